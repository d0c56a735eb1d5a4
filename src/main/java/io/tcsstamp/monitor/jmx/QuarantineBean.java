package io.tcsstamp.monitor.jmx;

import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.monitor.QuarantineFiles;
import java.util.ArrayList;
import java.util.List;

/** Tells of what could not be read. Stateless. */
final class QuarantineBean {
    private static final Table FILES =
            new Table(
                    "Files",
                    "Name: of the file in the folder",
                    "Bytes#: its size",
                    "Changed: when something was written last, UTC");

    private QuarantineBean() {}

    static DescribedMBean of(
            Quarantine quarantine, ReplayControl replay, Baseline<QuarantineCounts> books) {
        return DescribedMBean.of("What could not be read, kept byte for byte")
                .text("Folder", "Where its files are", () -> quarantine.folder().toString())
                .text(
                        "CountersSince",
                        "Since when records and bytes are counted here, UTC: the start or the last"
                                + " reset",
                        () -> books.since().toString())
                .number("Records", "Records or blocks put here", () -> books.now().records())
                .number("Bytes", "Their bytes", () -> books.now().bytes())
                .number(
                        "Unstored",
                        "How many of them could not be written",
                        () -> books.now().unstored())
                .number(
                        "Written",
                        "Bytes written to files since the start; counts towards MaxBytes",
                        quarantine::written)
                .number(
                        "MaxBytes",
                        "How many bytes may be written until the bridge is started again"
                                + " (quarantine.max-bytes)",
                        quarantine::maxBytes)
                .attribute(
                        "Files",
                        "The newest " + QuarantineFiles.MOST + " files of the folder, by name",
                        FILES.type(),
                        () -> FILES.of(rows(new QuarantineFiles(quarantine.folder()))))
                .number(
                        "ReplayedRecords",
                        "Records, blocks and packets that went through their routes again since"
                                + " the start, whether or not they failed again",
                        replay::replayed)
                .text(
                        "LastReplay",
                        "When the last replay was and what came of it; empty before the first",
                        () -> Texts.bounded(replay.last()))
                .operation(
                        "replay",
                        "Gives what a file holds to the routes of its sources again, so that it is"
                                + " read by the unit rules and definitions of now; what fails again"
                                + " goes into a new file",
                        "file",
                        "the name of a file of the folder that ends in .jsonl, or in"
                                + " .jsonl.replaying where a replay was broken off",
                        arguments -> replay.replay(arguments[0]))
                .operation(
                        "replayAll",
                        "Replays all files, older ones first",
                        arguments -> replay.replayAll())
                .build();
    }

    private static List<Object[]> rows(QuarantineFiles folder) {
        List<Object[]> rows = new ArrayList<>();
        for (QuarantineFiles.Stored file : folder.list()) {
            rows.add(new Object[] {file.name(), file.bytes(), file.changed().toString()});
        }
        return rows;
    }
}
