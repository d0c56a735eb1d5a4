package io.tcsstamp.it;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The blocks of code in the README. */
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

    /** A command that the README shows and what it says that it prints. */
    public record Shown(String command, String output, int line) {
        @Override
        public String toString() {
            return "README.md:" + line + " " + command;
        }
    }

    /** All blocks of a language in order; the empty one is what has none. */
    public static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(Folders.project().resolve("README.md"));
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
     * @param programs what the commands may begin with
     */
    public static List<Shown> commands(List<String> programs) throws IOException {
        List<Block> blocks = blocks();
        List<Shown> commands = new ArrayList<>();
        for (int i = 0; i + 1 < blocks.size(); i++) {
            String command = blocks.get(i).text().strip();
            if (blocks.get(i).language().equals("sh")
                    && programs.stream().anyMatch(command::startsWith)
                    && command.lines().count() == 1
                    && blocks.get(i + 1).language().isEmpty()) {
                commands.add(new Shown(command, blocks.get(i + 1).text(), blocks.get(i).line()));
            }
        }
        return commands;
    }
}
