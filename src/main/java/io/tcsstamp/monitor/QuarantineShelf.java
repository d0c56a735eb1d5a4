package io.tcsstamp.monitor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The files of a quarantine whose content is to be used again: {@code NAME.jsonl} becomes {@code
 * NAME.jsonl.replaying} while that is done, and {@code NAME.jsonl.replayed} after it; what is to
 * stay goes into {@code NAME-kept-1.jsonl}. Thread-safe; a file is used by one thread.
 */
public final class QuarantineShelf {
    private static final String FILE = ".jsonl";
    private static final String REPLAYING = ".replaying";
    private static final String REPLAYED = ".replayed";
    private static final String PART = ".kept";

    /** File systems have no longer names. */
    private static final int LONGEST_NAME = 255;

    private final Quarantine quarantine;

    /** The files of a quarantine. */
    public QuarantineShelf(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** The names of the files that can be used, also of those that an earlier use left. */
    public List<String> names() {
        return new QuarantineFiles(quarantine.folder())
                .list().stream()
                        .map(QuarantineFiles.Stored::name)
                        .filter(QuarantineShelf::isUsable)
                        .toList();
    }

    private static boolean isUsable(String name) {
        return isPlain(name) && (name.endsWith(FILE) || name.endsWith(FILE + REPLAYING));
    }

    /** True where a name can stand in a line of the log. */
    private static boolean isPlain(String name) {
        return name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    /** The name of the file that is written to now; empty where there is none. */
    public String newest() {
        return quarantine.openFile();
    }

    /**
     * Takes a file, so that nothing more is added to it.
     *
     * @param name as in {@link #names}, without any folder
     * @return what it is called now
     * @throws IOException if there is no such file, or it cannot be renamed
     * @throws IllegalArgumentException if the name is that of no file of the quarantine
     */
    public Path take(String name) throws IOException {
        Path file = find(name);
        if (name.endsWith(REPLAYING)) {
            return file;
        }
        Path taken = quarantine.folder().resolve(name + REPLAYING);
        quarantine.rename(file, taken);
        return taken;
    }

    private Path find(String name) {
        if (!isPlain(name)) {
            throw new IllegalArgumentException(
                    "a text of "
                            + name.length()
                            + " characters is no name of a file of the quarantine: it is longer"
                            + " than "
                            + LONGEST_NAME
                            + ", or has a control character in it; give a name such as those of"
                            + " Files that end in .jsonl");
        }
        Path file;
        try {
            file = quarantine.folder().resolve(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a file: " + e.getReason(), e);
        }
        if (!isUsable(name)
                || !quarantine.folder().equals(file.getParent())
                || !file.getFileName().toString().equals(name)) {
            throw new IllegalArgumentException(
                    "'"
                            + name
                            + "' is no file of the quarantine; give a name such as those of"
                            + " Files that end in .jsonl, without a folder");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException(
                    "there is no file " + name + " in " + quarantine.folder());
        }
        return file;
    }

    /** Begins what is to stay of a file that was taken. */
    public OutputStream keep(Path taken) throws IOException {
        Path part = part(taken);
        Files.deleteIfExists(part);
        return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static Path part(Path taken) {
        return taken.resolveSibling(originalName(taken) + PART);
    }

    private static String originalName(Path taken) {
        String name = taken.getFileName().toString();
        return name.substring(0, name.length() - REPLAYING.length());
    }

    /**
     * All of a file was used but what was kept.
     *
     * @param kept true where something is in what {@link #keep} gave
     * @return what the file is called now, and where what was kept is, in words
     */
    public String done(Path taken, boolean kept) throws IOException {
        String text = "";
        if (kept) {
            Path stays = free(base(taken) + "-kept-", FILE, 1);
            quarantine.rename(part(taken), stays);
            text = "; what is kept is in " + stays.getFileName();
        } else {
            Files.deleteIfExists(part(taken));
        }
        Path used = free(originalName(taken) + REPLAYED, "", 0);
        quarantine.rename(taken, used);
        return "the file is now " + used.getFileName() + text;
    }

    /**
     * Nothing of a file was used; it gets its name back where that is free.
     *
     * @return what the file is called now, in words
     */
    public String untouched(Path taken) throws IOException {
        Files.deleteIfExists(part(taken));
        Path back = taken.resolveSibling(originalName(taken));
        if (Files.exists(back, LinkOption.NOFOLLOW_LINKS)) {
            back = free(base(taken) + "-kept-", FILE, 1);
        }
        quarantine.rename(taken, back);
        return "it stays in " + back.getFileName();
    }

    private static String base(Path taken) {
        String name = originalName(taken);
        return name.substring(0, name.length() - FILE.length()).replaceFirst("-kept-[0-9]+$", "");
    }

    /** The first name that no file has; 0 stands for no number. */
    private Path free(String before, String behind, int from) {
        int number = from;
        Path path = path(before, behind, number);
        while (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            number = Math.max(2, number + 1);
            path = path(before, behind, number);
        }
        return path;
    }

    private Path path(String before, String behind, int number) {
        String text = number == 0 ? "" : from(before, number);
        return quarantine.folder().resolve(before + text + behind);
    }

    private static String from(String before, int number) {
        return before.endsWith("-") ? String.valueOf(number) : "-" + number;
    }
}
