package io.tcsstamp.deploy;

import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The instructions of a Dockerfile, in their order, continued lines joined. Immutable. */
record Dockerfile(List<Instruction> instructions) {
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_.]+)=(\"[^\"]*\"|\\S+)");
    private static final Pattern ELEMENT = Pattern.compile("\"([^\"]*)\"");

    /** One instruction, such as {@code COPY a b}. */
    record Instruction(String keyword, String arguments, int line) {
        /** The variables that {@code ENV}, {@code LABEL} or {@code ARG} set. */
        Map<String, String> variables() {
            Map<String, String> variables = new TreeMap<>();
            Matcher matcher = VARIABLE.matcher(arguments);
            while (matcher.find()) {
                variables.put(matcher.group(1), matcher.group(2).replace("\"", ""));
            }
            return variables;
        }

        /** The command in the form that no shell reads. */
        List<String> elements() {
            if (!arguments.startsWith("[")) {
                throw new AssertionError("line " + line + ": " + keyword + " must be [\"...\"]");
            }
            List<String> elements = new ArrayList<>();
            Matcher matcher = ELEMENT.matcher(arguments);
            while (matcher.find()) {
                elements.add(matcher.group(1));
            }
            return elements;
        }
    }

    /** The project's. */
    static Dockerfile read() throws IOException {
        Path file = Folders.project().resolve("Dockerfile");
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            boolean continued = line.endsWith("\\");
            joined.append(continued ? line.substring(0, line.length() - 1) : line);
            if (!continued) {
                String[] parts = joined.toString().strip().split("\\s+", 2);
                instructions.add(
                        new Instruction(parts[0].toUpperCase(Locale.ROOT), parts[1], number));
                joined.setLength(0);
            }
        }
        return new Dockerfile(List.copyOf(instructions));
    }

    /** The only one of a kind in the last stage. */
    Instruction last(String keyword) {
        return instructions.stream()
                .filter(instruction -> instruction.keyword().equals(keyword))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no " + keyword + " in the Dockerfile"));
    }
}
