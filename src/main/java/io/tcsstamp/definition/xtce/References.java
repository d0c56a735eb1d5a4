package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.xtce.Names.Kind;

/**
 * Reads references to types, parameters and containers. A reference to nothing is told and kept as
 * it is written.
 *
 * <p>Not thread-safe.
 */
final class References {
    private final Scope scope;
    private final Names names;
    private final Links links;

    References(Scope scope, Names names, Links links) {
        this.scope = scope;
        this.names = names;
        this.links = links;
    }

    /** What is to be looked at when all has been read. */
    Links links() {
        return links;
    }

    String type(Element at, String attribute) {
        return named(at, attribute, Kind.TYPE, "MISSING_PARAMETER_TYPE_REFERENCE", "type");
    }

    String container(Element at, String attribute) {
        return named(at, attribute, Kind.CONTAINER, "MISSING_CONTAINER_REFERENCE", "container");
    }

    String parameter(Element at, String attribute) {
        String found =
                named(at, attribute, Kind.PARAMETER, "MISSING_PARAMETER_REFERENCE", "parameter");
        links.uses(found);
        return found;
    }

    /** A parameter of another SpaceSystem in a ParameterSet. */
    void alias(Element at) {
        named(at, "parameterRef", Kind.PARAMETER, "MISSING_PARAMETER_REFERENCE", "parameter");
    }

    /** The value of a parameter. XTCE: ParameterInstanceRefType. */
    ParameterRef instance(Element at) {
        String instance = at.attribute("instance");
        if (instance != null && !Long.valueOf(0).equals(Numbers.longInteger(instance))) {
            scope.unsupported(
                    at,
                    "instance "
                            + Scope.quoted(instance)
                            + " is not supported: only values of the same packet are known"
                            + " (instance 0)");
        }
        return instance(at, scope.flag(at, "useCalibratedValue", true));
    }

    private ParameterRef instance(Element at, boolean calibrated) {
        String ref = scope.filled(at, "parameterRef").strip();
        if (ref.isEmpty()) {
            return new ParameterRef(ref, calibrated);
        }
        String whole = names.resolve(Kind.PARAMETER, scope.system(), ref);
        if (whole != null) {
            links.uses(whole);
            return new ParameterRef(whole, calibrated);
        }
        int cut = memberAt(ref);
        String owner =
                cut < 0
                        ? null
                        : names.resolve(Kind.PARAMETER, scope.system(), ref.substring(0, cut));
        if (owner == null) {
            missing(at, "MISSING_PARAMETER_REFERENCE", "parameter", ref);
            return new ParameterRef(ref, calibrated);
        }
        links.uses(owner);
        ParameterRef member = new ParameterRef(owner, ref.substring(cut), calibrated);
        links.member(member, scope.location(at), scope.path());
        return member;
    }

    /** Where the path of a member begins: the first dot or bracket of the last name. */
    private static int memberAt(String ref) {
        for (int i = ref.lastIndexOf('/') + 1; i < ref.length(); i++) {
            if (ref.charAt(i) == '[' || ref.charAt(i) == '.') {
                return i;
            }
        }
        return -1;
    }

    private String named(Element at, String attribute, Kind kind, String code, String what) {
        String ref = scope.filled(at, attribute).strip();
        if (ref.isEmpty()) {
            return ref;
        }
        String found = names.resolve(kind, scope.system(), ref);
        if (found == null) {
            missing(at, code, what, ref);
            return ref;
        }
        return found;
    }

    private void missing(Element at, String code, String what, String ref) {
        scope.fail(
                code,
                at,
                "there is no "
                        + what
                        + " "
                        + Scope.quoted(ref)
                        + ", seen from "
                        + scope.system()
                        + (ref.startsWith("/") ? "" : " outward"));
    }
}
