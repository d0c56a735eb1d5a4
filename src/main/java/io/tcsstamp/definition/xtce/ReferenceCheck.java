package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.SourceLocation;
import io.tcsstamp.definition.xtce.Names.Kind;
import io.tcsstamp.definition.xtce.schema.XtceXml;
import io.tcsstamp.definition.xtce.schema.XtceXmlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Checks that every reference of a document means something, also where decoding does not look:
 * commands, streams, messages, services and algorithms. And that types and parameters are used.
 *
 * <p>Not thread-safe.
 */
final class ReferenceCheck {
    private static final int MAX_PROBLEMS = 1000;

    private static final Map<Kind, String> WORDS =
            Map.of(
                    Kind.TYPE, "parameter type",
                    Kind.PARAMETER, "parameter",
                    Kind.CONTAINER, "container",
                    Kind.ARGUMENT_TYPE, "argument type",
                    Kind.COMMAND, "command",
                    Kind.STREAM, "stream",
                    Kind.SERVICE, "service",
                    Kind.MESSAGE, "message");

    private final ReferenceWalk walk;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> usedTypes = new HashSet<>();
    private final Set<String> usedParameters = new HashSet<>();

    private ReferenceCheck(ReferenceWalk walk) {
        this.walk = walk;
    }

    /** The problems; what keeps the document from being read is told by others. */
    static List<Problem> check(XtceReader.Source document, String source) {
        try (XtceXmlReader xml = document.open()) {
            ReferenceWalk walk = new ReferenceWalk(xml);
            walk.run();
            return new ReferenceCheck(walk).check();
        } catch (XMLStreamException e) {
            return List.of(XtceXml.problem(e, source));
        } catch (IOException e) {
            return List.of(XtceXml.problem(e, source));
        }
    }

    private List<Problem> check() {
        walk.references().forEach(this::resolve);
        walk.arguments().check(this::tell);
        walk.types()
                .forEach(
                        (name, at) -> {
                            if (!usedTypes.contains(name)) {
                                tell(
                                        "UNUSED_PARAMETER_TYPE",
                                        at,
                                        name,
                                        "no parameter, member or element has this type");
                            }
                        });
        if (!walk.isIndirect()) {
            walk.parameters()
                    .forEach(
                            (name, at) -> {
                                if (!usedParameters.contains(name)) {
                                    tell(
                                            "UNUSED_PARAMETER",
                                            at,
                                            name,
                                            "the parameter stands in no container and nothing sets"
                                                    + " it");
                                }
                            });
        }
        return problems;
    }

    private void resolve(ReferenceWalk.Reference reference) {
        for (Kind kind : reference.kinds()) {
            String found = find(kind, reference);
            if (found != null) {
                if (kind == Kind.TYPE) {
                    usedTypes.add(found);
                } else if (kind == Kind.PARAMETER && reference.use()) {
                    usedParameters.add(found);
                }
                return;
            }
        }
        Kind kind = reference.kinds().get(0);
        String what = WORDS.get(kind);
        String code = kind == Kind.TYPE ? "PARAMETER_TYPE" : kind.name();
        tell(
                "MISSING_" + code + "_REFERENCE",
                reference.at(),
                reference.path(),
                "there is no "
                        + what
                        + " "
                        + Scope.quoted(reference.ref())
                        + ", seen from "
                        + reference.system());
    }

    private String find(Kind kind, ReferenceWalk.Reference reference) {
        String found = walk.names().resolve(kind, reference.system(), reference.ref());
        if (found != null || kind != Kind.PARAMETER) {
            return found;
        }
        int last = reference.ref().lastIndexOf('/') + 1;
        for (int i = last + 1; i < reference.ref().length(); i++) {
            if (reference.ref().charAt(i) == '.' || reference.ref().charAt(i) == '[') {
                // a member, which the reader checks
                String owner = reference.ref().substring(0, i);
                return walk.names().resolve(kind, reference.system(), owner);
            }
        }
        return null;
    }

    private void tell(String code, SourceLocation at, String path, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(Problem.error(code, at, path, message));
        } else if (problems.size() == MAX_PROBLEMS) {
            problems.add(
                    Problem.error(
                            "TOO_MANY_PROBLEMS",
                            SourceLocation.of(at.source()),
                            "",
                            "more than " + MAX_PROBLEMS + " references or names have problems"));
        }
    }
}
