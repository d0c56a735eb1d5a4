package io.tcsstamp.definition.xtce;

import java.util.Map;

/**
 * Tells what nobody asked for in an {@link Element}: constructs that are not supported, and those
 * that XTCE does not know.
 *
 * <p>Not thread-safe.
 */
final class Leftovers {
    private static final Map<String, String> REFUSED =
            Map.ofEntries(
                    Map.entry("ParameterSegmentRefEntry", "put the parameter together elsewhere"),
                    Map.entry("ContainerSegmentRefEntry", "use a ContainerRefEntry"),
                    Map.entry("StreamSegmentEntry", "streams are not decoded"),
                    Map.entry("IndirectParameterRefEntry", "use a ParameterRefEntry"),
                    Map.entry("CustomAlgorithm", "use a BooleanExpression"),
                    Map.entry("FromBinaryTransformAlgorithm", "algorithms are not run"),
                    Map.entry("ToBinaryTransformAlgorithm", "algorithms are not run"),
                    Map.entry("InputAlgorithm", "algorithms are not run"),
                    Map.entry("ErrorDetectCorrect", "check sums are not checked"),
                    Map.entry("ChangeAlarmRanges", "alarms look at one value at a time"),
                    Map.entry("ChangePerSecondAlarmRanges", "alarms look at one value at a time"),
                    Map.entry("AlarmConditions", "use StaticAlarmRanges or an EnumerationAlarm"),
                    Map.entry("CustomAlarm", "algorithms are not run"),
                    Map.entry("StringAlarmList", "texts have no alarms"),
                    Map.entry("DefaultAlarm", "this kind of type has no alarms"),
                    Map.entry("ContextAlarmList", "this kind of type has no alarms"),
                    Map.entry("BinaryContextAlarmList", "this kind of type has no alarms"));
    private static final Map<String, String> REFUSED_ATTRIBUTES =
            Map.of("baseType", "write the type out in full");

    private final Problems problems;
    private final String path;

    Leftovers(Problems problems, String path) {
        this.problems = problems;
        this.path = path;
    }

    /** Tells what is left in an element that was understood itself. */
    void check(Element element) {
        for (String attribute : element.unaskedAttributes()) {
            String hint = REFUSED_ATTRIBUTES.get(attribute);
            if (hint == null) {
                problems.error(
                        "UNKNOWN_ATTRIBUTE",
                        element,
                        path,
                        "attribute " + attribute + " is not known in " + element.name());
            } else {
                unsupported(element, "attribute " + attribute, hint);
            }
        }
        if (element.hasStrayText()) {
            problems.error("UNKNOWN_TEXT", element, path, element.name() + " holds no text");
        }
        for (Element child : element.all()) {
            if (problems.isFull()) {
                return;
            }
            if (child.isUsed()) {
                check(child);
            } else {
                unused(element, child);
            }
        }
    }

    private void unused(Element parent, Element child) {
        String hint = REFUSED.get(child.name());
        if (hint != null) {
            unsupported(child, child.name(), hint);
        } else if (parent.all().stream().anyMatch(c -> c.isUsed() && same(c, child))) {
            problems.error(
                    "UNKNOWN_ELEMENT",
                    child,
                    path,
                    child.name() + " stands in " + parent.name() + " more than once");
        } else {
            problems.error(
                    "UNKNOWN_ELEMENT",
                    child,
                    path,
                    child.name() + " is not known or has no place in " + parent.name());
        }
    }

    private static boolean same(Element a, Element b) {
        return a.name().equals(b.name());
    }

    private void unsupported(Element at, String what, String hint) {
        problems.error("UNSUPPORTED", at, path, what + " is not supported: " + hint);
    }
}
