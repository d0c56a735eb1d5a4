package io.tcsstamp.monitor;

import io.tcsstamp.telemetry.Rejection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what could not be read: one JSON object per line with the time, the origin, the reason,
 * what else is known, and the exact bytes in hexadecimal, a file per UTC day.
 *
 * <p>Writes by itself, not through a route, so that it works while the routes stop. Where the file
 * cannot be written, or the limit is reached, it goes on counting and says so once. Thread-safe.
 */
public final class Quarantine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    private static final int MAX_REASONS = 200;
    private static final int MAX_APIDS = 64;

    private final Path folder;
    private final long maxBytes;
    private final Clock clock;
    private final Set<String> reported = new HashSet<>();
    private final Set<String> apidsToldOf = new HashSet<>();
    private final Map<String, Set<String>> apidsByCause = new HashMap<>();
    private OutputStream file;
    private LocalDate day;
    private boolean failing;
    private boolean full;
    private long records;
    private long bytes;
    private long unstored;
    private long written;

    /**
     * Creates a quarantine; the folder is made when it is first needed.
     *
     * @param maxBytes how many bytes it writes at most until the process ends; what comes then is
     *     only counted
     */
    public Quarantine(Path folder, long maxBytes, Clock clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /**
     * Keeps something.
     *
     * @param origin where it came from, such as {@code tcs HOST:PORT}
     */
    public synchronized void add(String origin, Rejection rejection) {
        if (!rejection.continued()) {
            records++;
            report(origin, rejection);
        }
        bytes += rejection.bytes().length;
        if (full) {
            unstored++;
            return;
        }
        Instant now = clock.instant();
        byte[] line = line(now, origin, rejection).getBytes(StandardCharsets.UTF_8);
        full = written + line.length > maxBytes;
        if (full) {
            fail("the limit of " + maxBytes + " bytes is reached (quarantine.max-bytes)");
            return;
        }
        try {
            OutputStream to = fileOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
            to.write(line);
            written += line.length;
            failing = false;
        } catch (IOException e) {
            closeFile();
            fail("cannot write to " + folder + ": " + e);
        }
    }

    private void report(String origin, Rejection rejection) {
        String reason = origin + kind(rejection);
        if (reported.contains(reason)
                || reported.size() >= MAX_REASONS
                || !isWithinApids(origin, rejection)) {
            return;
        }
        reported.add(reason);
        int length = rejection.bytes().length;
        LOG.warn(
                "{}: {} ({} {} put into {}; said once)",
                origin,
                rejection.reason(),
                length,
                length == 1 ? "byte" : "bytes",
                folder);
    }

    /** What is said once: numbers in a reason must not make each of a kind another one. */
    private static String kind(Rejection rejection) {
        Map<String, String> details = rejection.details();
        String cause = details.getOrDefault("cause", "");
        return cause.isEmpty()
                ? rejection.reason()
                : String.join(
                        " ",
                        cause,
                        details.get("apid"),
                        details.get("container"),
                        details.get("parameter"));
    }

    /** What is wrong with the packets of many APIDs must not fill the log. */
    private boolean isWithinApids(String origin, Rejection rejection) {
        String cause = rejection.details().get("cause");
        String apid = rejection.details().get("apid");
        if (cause == null || apid == null) {
            return true;
        }
        // causes are few, and so are origins but those of files
        if (apidsByCause.size() >= MAX_REASONS && !apidsByCause.containsKey(origin + cause)) {
            return false;
        }
        Set<String> apids = apidsByCause.computeIfAbsent(origin + cause, key -> new HashSet<>());
        if (apids.contains(apid)) {
            return true;
        }
        if (apids.size() < MAX_APIDS) {
            apids.add(apid);
            return true;
        }
        if (apidsToldOf.add(origin + cause)) {
            LOG.warn(
                    "{}: {} packets of more than {} APIDs; those of others are put into {} and not"
                            + " told here",
                    origin,
                    cause,
                    MAX_APIDS,
                    folder);
        }
        return false;
    }

    private void fail(String why) {
        unstored++;
        if (!failing) {
            LOG.error("quarantine: {}; what cannot be kept is only counted from now on", why);
            failing = true;
        }
    }

    private OutputStream fileOf(LocalDate today) throws IOException {
        if (file == null || !today.equals(day)) {
            closeFile();
            Files.createDirectories(folder);
            file =
                    Files.newOutputStream(
                            folder.resolve(nameOf(today)),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
            day = today;
        }
        return file;
    }

    private static String line(Instant time, String origin, Rejection rejection) {
        return "{\"time\":\""
                + TIME.format(time)
                + "\",\"origin\":\""
                + escape(origin)
                + "\",\"reason\":\""
                + escape(rejection.reason())
                + "\",\"length\":"
                + rejection.bytes().length
                + (rejection.continued() ? ",\"continued\":true" : "")
                + details(rejection)
                + ",\"hex\":\""
                + HexFormat.of().formatHex(rejection.bytes())
                + "\"}\n";
    }

    private static String details(Rejection rejection) {
        StringBuilder details = new StringBuilder();
        rejection
                .details()
                .forEach(
                        (name, value) ->
                                details.append(",\"")
                                        .append(escape(name))
                                        .append("\":\"")
                                        .append(escape(value))
                                        .append('"'));
        return details.toString();
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < 0x20) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** How many records or blocks were put here. */
    public synchronized long records() {
        return records;
    }

    /** How many bytes were put here. */
    public synchronized long bytes() {
        return bytes;
    }

    /** How many of them could not be written. */
    public synchronized long unstored() {
        return unstored;
    }

    /** How many bytes were written to files. */
    public synchronized long written() {
        return written;
    }

    /** How many bytes are written to files at most. */
    public long maxBytes() {
        return maxBytes;
    }

    /** Where its files are; there may be no such folder yet. */
    public Path folder() {
        return folder;
    }

    /**
     * Gives a file of the folder another name; what comes from now on goes into a new file.
     *
     * @throws IOException if that is not possible, or there is a file of the other name
     */
    synchronized void rename(Path from, Path to) throws IOException {
        closeFile();
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        Files.move(from, to);
    }

    /** The name of the file that is written to now; empty where there is none. */
    synchronized String openFile() {
        return file == null ? "" : nameOf(day);
    }

    private static String nameOf(LocalDate day) {
        return "quarantine-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + ".jsonl";
    }

    private void closeFile() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.debug("closing the quarantine file failed", e);
            }
            file = null;
        }
    }

    @Override
    public synchronized void close() {
        closeFile();
    }
}
