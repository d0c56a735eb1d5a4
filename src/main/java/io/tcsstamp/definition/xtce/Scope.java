package io.tcsstamp.definition.xtce;

import java.util.List;
import java.util.Map;

/**
 * Where a type, a parameter or a container is read: the SpaceSystem around it, the names there are,
 * and where to tell problems. Values that are wrong are told and replaced by one that is not, so
 * that all problems are found at once.
 *
 * <p>Not thread-safe.
 */
final class Scope {
    private final Problems problems;
    private final String system;
    private final String path;
    private final References references;

    /**
     * Creates a scope.
     *
     * @param system the qualified name of the SpaceSystem
     * @param path the qualified name of what is read
     */
    Scope(Problems problems, Names names, Links links, String system, String path) {
        this.problems = problems;
        this.system = system;
        this.path = path;
        this.references = new References(this, names, links);
    }

    String system() {
        return system;
    }

    String path() {
        return path;
    }

    /** What references mean here. */
    References references() {
        return references;
    }

    io.tcsstamp.definition.SourceLocation location(Element at) {
        return problems.location(at);
    }

    /** Tells a problem. */
    void fail(String code, Element at, String message) {
        problems.error(code, at, path, message);
    }

    /** Tells what does not matter, but is likely not what was meant. */
    void warn(String code, Element at, String message) {
        problems.warning(code, problems.location(at), path, message);
    }

    /** Tells that something is wrong with a value. */
    void invalid(Element at, String message) {
        fail("INVALID_VALUE", at, message);
    }

    /** Tells that something is not supported. */
    void unsupported(Element at, String message) {
        fail("UNSUPPORTED", at, message);
    }

    /** An attribute that must be there and say something; else it is told and empty. */
    String filled(Element at, String attribute) {
        String value = at.attribute(attribute);
        if (value == null || value.isBlank()) {
            fail(
                    "MISSING_ATTRIBUTE",
                    at,
                    at.name()
                            + (value == null ? " has no attribute " : " has an empty attribute ")
                            + attribute);
            return "";
        }
        return value;
    }

    /** An attribute that must be there. */
    String required(Element at, String attribute) {
        String value = at.attribute(attribute);
        if (value == null) {
            fail("MISSING_ATTRIBUTE", at, at.name() + " has no attribute " + attribute);
            return "";
        }
        return value;
    }

    /** A child that must be there, null with a problem told where it is not. */
    Element requiredChild(Element at, String child) {
        Element found = at.child(child);
        if (found == null) {
            fail("MISSING_ELEMENT", at, at.name() + " has no " + child);
        }
        return found;
    }

    /** The only child out of several kinds, null without one. */
    Element choice(Element at, List<String> kinds) {
        Element found = null;
        for (Element child : at.all()) {
            if (!kinds.contains(child.name())) {
                continue;
            }
            if (found == null) {
                found = child.use();
            } else {
                child.settle();
                fail(
                        "INVALID_VALUE",
                        child,
                        child.name() + " stands in " + at.name() + " beside " + found.name());
            }
        }
        return found;
    }

    /** An xs:boolean, in any case of letters. */
    boolean flag(Element at, String attribute, boolean byDefault) {
        String value = at.attribute(attribute);
        if (value == null) {
            return byDefault;
        }
        return switch (value.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                invalid(at, attribute + " is neither true nor false: " + quoted(value));
                yield byDefault;
            }
        };
    }

    /** An integer within bounds. */
    long integer(Element at, String attribute, long byDefault, long min, long max) {
        String value = at.attribute(attribute);
        return value == null ? byDefault : integer(at, attribute, value, byDefault, min, max);
    }

    /** An integer that must be there. */
    long requiredInteger(Element at, String attribute, long min, long max) {
        String value = filled(at, attribute);
        return value.isEmpty() ? 0 : integer(at, attribute, value, 0, min, max);
    }

    /** The same of any text. */
    long integer(Element at, String what, String text, long instead, long min, long max) {
        Long value = Numbers.longInteger(text);
        if (value == null) {
            invalid(at, what + " is no integer: " + quoted(text));
            return instead;
        }
        if (value < min || value > max) {
            invalid(at, what + " is not " + bounds(min, max) + ": " + value);
            return instead;
        }
        return value;
    }

    private static String bounds(long min, long max) {
        return max >= Long.MAX_VALUE ? "at least " + min : "in " + min + " to " + max;
    }

    /** A number, the default without the attribute. */
    double real(Element at, String attribute, double byDefault) {
        String value = at.attribute(attribute);
        return value == null ? byDefault : real(at, attribute, value);
    }

    /** A number that must be there. */
    double real(Element at, String attribute) {
        String value = filled(at, attribute);
        return value.isEmpty() ? 0 : real(at, attribute, value);
    }

    /** The same of any text. */
    double real(Element at, String what, String text) {
        Double value = Numbers.real(text);
        if (value == null) {
            invalid(at, what + " is no number: " + quoted(text));
            return 0;
        }
        return value;
    }

    /** One of several words. */
    <T> T word(Element at, String attribute, T byDefault, Map<String, T> words) {
        String value = at.attribute(attribute);
        return value == null ? byDefault : word(at, attribute, value, byDefault, words);
    }

    /** One of several words, which must be there. */
    <T> T requiredWord(Element at, String attribute, T instead, Map<String, T> words) {
        String value = filled(at, attribute);
        return value.isEmpty() ? instead : word(at, attribute, value, instead, words);
    }

    /** The same of any text. */
    <T> T word(Element at, String what, String text, T instead, Map<String, T> words) {
        T found = words.get(text.strip());
        if (found == null) {
            invalid(
                    at,
                    what
                            + " is "
                            + quoted(text)
                            + ", not one of "
                            + String.join(", ", new java.util.TreeSet<>(words.keySet())));
            return instead;
        }
        return found;
    }

    /** A text in quotes, cut where it is long. */
    static String quoted(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "\"";
    }
}
