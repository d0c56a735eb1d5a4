package io.tcsstamp.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The blocks of code in the README and other documents. */
public final class Readme {
    private static final String FENCE = "```";

    private Readme() {}

    /**
     * A block of code.
     *
     * @param language what stands behind the fence, may be empty
     * @param text its lines, each with its line end
     * @param line of the fence, from 1
     */
    public record Block(String language, String text, int line) {}

    /**
     * A command that a document shows.
     *
     * @param command the command
     * @param output what it prints, so the document
     * @param place of the command
     */
    public record Shown(String command, String output, String place) {
        @Override
        public String toString() {
            return place + " " + command;
        }
    }

    /** The README. */
    public static final Path README = Path.of("README.md");

    /**
     * All blocks in order.
     *
     * @param document from the project's folder
     */
    public static List<Block> blocks(Path document) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(Folders.project().resolve(document));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int start = i;
                StringBuilder text = new StringBuilder();
                for (i++; !lines.get(i).equals(FENCE); i++) {
                    text.append(lines.get(i)).append('\n');
                }
                blocks.add(
                        new Block(
                                lines.get(start).substring(FENCE.length()),
                                text.toString(),
                                start + 1));
            }
        }
        return blocks;
    }

    /**
     * The commands whose output is shown: a block of one line, in the language {@code sh}, followed
     * by one without a language.
     *
     * @param document from the project's folder
     * @param programs what the commands may begin with
     */
    public static List<Shown> commands(Path document, List<String> programs) throws IOException {
        List<Block> blocks = blocks(document);
        List<Shown> commands = new ArrayList<>();
        for (int i = 0; i + 1 < blocks.size(); i++) {
            String command = blocks.get(i).text().strip();
            if (blocks.get(i).language().equals("sh")
                    && programs.stream().anyMatch(command::startsWith)
                    && command.lines().count() == 1
                    && blocks.get(i + 1).language().isEmpty()) {
                String place = document + ":" + blocks.get(i).line();
                commands.add(new Shown(command, blocks.get(i + 1).text(), place));
            }
        }
        return commands;
    }
}
