package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.ParameterType;
import java.util.Map;

/** Follows a path as {@code .member[2].x} through types. */
final class MemberPaths {
    private MemberPaths() {}

    /** What is wrong with a path, null where it leads to a value of its own. */
    static String problem(Map<String, ParameterType> types, ParameterType start, String path) {
        ParameterType type = start;
        int at = 0;
        while (at < path.length()) {
            int end = path.charAt(at) == '[' ? path.indexOf(']', at) + 1 : next(path, at + 1);
            if (end <= 0) {
                return "a bracket is not closed";
            }
            String step = path.substring(at, end);
            if (step.charAt(0) == '[') {
                if (!(type instanceof ParameterType.OfArray)) {
                    return Scope.quoted(step) + " stands where there is no array";
                }
                for (int i = Math.max(1, ((ParameterType.OfArray) type).dimensions().size());
                        i > 0;
                        i--) {
                    if (end == 0 || !isIndex(path, at, end)) {
                        return "an array has one index in brackets for each dimension";
                    }
                    at = end;
                    end =
                            at < path.length() && path.charAt(at) == '['
                                    ? path.indexOf(']', at) + 1
                                    : 0;
                }
                type = types.get(((ParameterType.OfArray) type).elementTypeRef());
            } else {
                if (!(type instanceof ParameterType.OfAggregate aggregate)) {
                    return Scope.quoted(step) + " stands where there is no aggregate";
                }
                String ref = member(aggregate, step.substring(1));
                if (ref == null) {
                    return "there is no member " + Scope.quoted(step.substring(1));
                }
                type = types.get(ref);
                at = end;
            }
            if (type == null) {
                return null; // told already
            }
        }
        return type instanceof ParameterType.Scalar ? null : "it is no single value";
    }

    private static String member(ParameterType.OfAggregate aggregate, String name) {
        return aggregate.members().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .map(ParameterType.Member::typeRef)
                .orElse(null);
    }

    private static boolean isIndex(String path, int open, int end) {
        Long index = Numbers.longInteger(path.substring(open + 1, end - 1));
        return index != null && index >= 0;
    }

    private static int next(String path, int from) {
        for (int i = from; i < path.length(); i++) {
            if (path.charAt(i) == '.' || path.charAt(i) == '[') {
                return i;
            }
        }
        return path.length();
    }
}
