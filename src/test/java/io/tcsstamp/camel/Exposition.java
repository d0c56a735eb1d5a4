package io.tcsstamp.camel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A strict reader of Prometheus' text format 0.0.4: everything that its description demands is
 * demanded here. Made from that description, without the library that writes the text.
 */
final class Exposition {
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> helps = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private String family = "";

    /** One value. */
    record Sample(String name, Map<String, String> labels, double value) {}

    /** Reads a text, which ends in a line feed. */
    static Exposition read(String text) {
        if (!text.endsWith("\n")) {
            throw new AssertionError("the last line does not end");
        }
        Exposition read = new Exposition();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            read.line(line);
        }
        return read;
    }

    /** All values of a name. */
    List<Sample> of(String name) {
        return samples.stream().filter(sample -> sample.name.equals(name)).toList();
    }

    /** The one value of a name with these labels among its own, as keys and values in turn. */
    double value(String name, String... labels) {
        List<Sample> found = of(name);
        for (int i = 0; i < labels.length; i += 2) {
            String key = labels[i];
            String value = labels[i + 1];
            found = found.stream().filter(s -> value.equals(s.labels.get(key))).toList();
        }
        if (found.size() != 1) {
            throw new AssertionError(name + List.of(labels) + " is there " + found.size() + "x");
        }
        return found.get(0).value;
    }

    /** The text of a family's HELP line. */
    String help(String name) {
        return helps.get(name);
    }

    /** The names of all families. */
    Set<String> families() {
        return types.keySet();
    }

    private void line(String line) {
        if (line.startsWith("# HELP ")) {
            String[] parts = line.substring(7).split(" ", 2);
            start(parts[0]);
            if (helps.put(parts[0], parts.length > 1 ? parts[1].strip() : "") != null) {
                throw new AssertionError("a second " + line);
            }
        } else if (line.startsWith("# TYPE ")) {
            String[] parts = line.substring(7).split(" ");
            if (!parts[0].equals(family)) {
                start(parts[0]);
            }
            if (!parts[1].matches("counter|gauge|summary|histogram|untyped")
                    || types.put(parts[0], parts[1]) != null) {
                throw new AssertionError(line);
            }
        } else if (!line.startsWith("#")) {
            sample(new Cursor(line));
        }
    }

    /** All lines of a family stand together. */
    private void start(String name) {
        if (!name.matches("[a-zA-Z_:][a-zA-Z0-9_:]*") || !ended.add(name)) {
            throw new AssertionError("family " + name);
        }
        family = name;
    }

    private void sample(Cursor line) {
        String name = line.name();
        Map<String, String> labels = new TreeMap<>();
        if (line.takes('{')) {
            while (!line.takes('}')) {
                String label = line.name();
                line.demand('=');
                if (label.contains(":") || labels.put(label, line.quoted()) != null) {
                    throw new AssertionError(line);
                }
                if (!line.takes(',')) {
                    line.demand('}');
                    break;
                }
            }
        }
        line.demand(' ');
        Sample sample = new Sample(name, labels, number(line.rest()));
        String type = types.get(family);
        boolean member =
                name.equals(family)
                        || "summary".equals(type) && name.matches(family + "_(sum|count)");
        boolean again =
                samples.stream().anyMatch(s -> s.name.equals(name) && s.labels.equals(labels));
        if (!member || again || "counter".equals(type) && sample.value < 0) {
            throw new AssertionError(line + " in " + type + " " + family);
        }
        samples.add(sample);
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** A place in a line. */
    private static final class Cursor {
        private final String line;
        private int at;

        Cursor(String line) {
            this.line = line;
        }

        boolean takes(char c) {
            if (at < line.length() && line.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        void demand(char c) {
            if (!takes(c)) {
                throw new AssertionError("no " + c + " at " + at + " of " + line);
            }
        }

        String name() {
            int start = at;
            while (at < line.length() && (line.charAt(at) + "").matches("[a-zA-Z0-9_:]")) {
                at++;
            }
            String name = line.substring(start, at);
            if (!name.matches("[a-zA-Z_:].*")) {
                throw new AssertionError("no name at " + start + " of " + line);
            }
            return name;
        }

        String quoted() {
            demand('"');
            StringBuilder text = new StringBuilder();
            while (!takes('"')) {
                char c = line.charAt(at++);
                if (c == '\\') {
                    char escaped = line.charAt(at++);
                    text.append(
                            switch (escaped) {
                                case 'n' -> '\n';
                                case '"', '\\' -> escaped;
                                default -> throw new AssertionError(line);
                            });
                } else {
                    text.append(c);
                }
            }
            return text.toString();
        }

        String rest() {
            return line.substring(at);
        }

        @Override
        public String toString() {
            return line;
        }
    }
}
