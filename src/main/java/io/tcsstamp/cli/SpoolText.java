package io.tcsstamp.cli;

import io.tcsstamp.spool.PendingReport;
import io.tcsstamp.spool.SpoolReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in plain text what spools hold. Immutable. */
final class SpoolText {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private final SpoolFolder folder;
    private final Instant now;

    SpoolText(SpoolFolder folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /** A few lines about one file. */
    String of(SpoolReport report) {
        StringBuilder text = new StringBuilder(title(report));
        if (!report.damage().isEmpty()) {
            row(text, "damage", report.damage());
        } else {
            row(text, "lines", lines(report));
            report.firstSample().ifPresent(first -> row(text, "samples", samples(report, first)));
            report.oldest().ifPresent(oldest -> row(text, "oldest", oldest(oldest)));
        }
        row(text, "file", size(report.fileBytes()));
        return text.toString();
    }

    /** Samples that wait for their emission. */
    static String of(List<PendingReport> pending) {
        return pending.stream()
                .map(
                        source ->
                                "%s, samples that wait to be sent (housekeeping.db)%n  %-8s %s"
                                        .formatted(source.source(), "samples", range(source)))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String range(PendingReport source) {
        return "%s to %s, in %,d pieces"
                .formatted(source.firstSample(), source.lastSample(), source.entries());
    }

    private String title(SpoolReport report) {
        String name = report.file().getFileName().toString();
        if (report.isSetAside()) {
            return name + ", damaged and set aside";
        }
        String owner = folder.owner(report.file());
        return owner.isEmpty()
                ? name + ", of an endpoint that is not in application.properties"
                : owner + " (" + name + ")";
    }

    private static String lines(SpoolReport report) {
        String text =
                String.format(
                        Locale.ROOT,
                        "%,d in %,d batches, %s",
                        report.lines(),
                        report.batches(),
                        size(report.bytes()));
        return report.sent() == 0
                ? text
                : text
                        + String.format(
                                Locale.ROOT,
                                "; %,d of them were sent, but are not known to have arrived",
                                report.sent());
    }

    private static String samples(SpoolReport report, Instant first) {
        return first + " to " + report.lastSample().orElse(first);
    }

    private String oldest(Instant oldest) {
        return "stored " + oldest + ", " + age(Duration.between(oldest, now)) + " ago";
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(System.lineSeparator())
                .append(String.format(Locale.ROOT, "  %-8s %s", name, value));
    }

    /** A size for people and to the byte: {@code 1.8 MiB (1,843,200 bytes)}. */
    static String size(long bytes) {
        String exact = String.format(Locale.ROOT, "%,d bytes", bytes);
        int unit = 0;
        double shown = bytes;
        while (shown >= 1024 && unit < UNITS.length - 1) {
            shown /= 1024;
            unit++;
        }
        return unit == 0
                ? exact
                : String.format(Locale.ROOT, "%.1f %s (%s)", shown, UNITS[unit], exact);
    }

    /** The two largest parts of a time: {@code 3 h 12 min}. */
    static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
        }
        return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }
}
