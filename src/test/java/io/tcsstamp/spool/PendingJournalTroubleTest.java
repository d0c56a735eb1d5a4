package io.tcsstamp.spool;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static io.tcsstamp.telemetry.Batches.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.TestClock;
import io.tcsstamp.spool.PendingJournal.Written;
import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.Seed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails, a folder that is none, a damaged file, another process: all is told. */
@Timeout(60)
class PendingJournalTroubleTest {
    @TempDir Path temp;

    private final List<PendingJournal> journals = new ArrayList<>();
    private final TestClock clock = new TestClock("2026-03-01T10:00:00Z");

    @AfterEach
    void close() {
        journals.forEach(PendingJournal::close);
    }

    private PendingJournal journal(Path folder, int mostPages) {
        PendingJournal journal =
                new PendingJournal(folder, Synchronous.NORMAL, true, clock, mostPages);
        journals.add(journal);
        return journal;
    }

    private PendingJournal journal(Path folder) {
        return journal(folder, 0);
    }

    private static List<Sample> restored(PendingJournal journal) {
        List<Sample> samples = new ArrayList<>();
        journal.restore((entry, batch) -> samples.addAll(list(batch)));
        return samples;
    }

    private static Sample sample(int i) {
        return at(String.format("%02d", i % 60), "name" + i, "value");
    }

    private static void fill(PendingJournal journal, int entries) {
        for (int i = 0; i < entries; i++) {
            assertThat(journal.add("tcs", block(sample(i)), false)).isNotEqualTo(Written.NONE);
        }
    }

    private static List<Path> setAside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file ->
                                    file.toString()
                                            .matches(".*[.]db[.]corrupt-[0-9]{8}T[0-9.]{10}Z"))
                    .toList();
        }
    }

    @Test
    void aFileInTheFoldersPlaceIsToldAndTriedAgain() throws Exception {
        Path folder = temp.resolve("spool");
        Files.writeString(folder, "a file");
        PendingJournal journal = journal(folder);

        assertThat(journal.add("tcs", block(sample(1)), false)).isEqualTo(Written.NONE);
        assertThat(journal.trouble()).contains("housekeeping.db", "is it a folder");
        assertThat(Files.readString(folder)).isEqualTo("a file");

        Files.delete(folder);
        assertThat(journal.add("tcs", block(sample(2)), false)).isEqualTo(Written.NONE);
        clock.skipSeconds(11);
        fill(journal, 1);
        assertThat(journal.trouble()).isEmpty();
    }

    @Test
    void aSecondProcessDoesWithoutAndTakesNothingFromTheFirst() {
        PendingJournal first = journal(temp);
        fill(first, 1);

        PendingJournal second = journal(temp);
        assertThat(restored(second)).isEmpty();
        assertThat(second.add("tcs", block(sample(5)), false)).isEqualTo(Written.NONE);
        assertThat(second.trouble()).contains("another bridge");
        fill(first, 1);

        first.close();
        clock.skipSeconds(11);
        fill(second, 1);
        second.close();
        assertThat(restored(journal(temp))).hasSize(3);
    }

    @Test
    void aFullDiskIsToldAndWhatWasEmittedMeanwhileIsRemovedLater() {
        PendingJournal journal = journal(temp, 12);
        Written first = journal.add("tcs", block(sample(1)), false);
        Written last = first;
        int entries = 0;
        for (Written next = first; next != Written.NONE && entries < 10_000; entries++) {
            last = next;
            next = journal.add("tcs", block(at("01", "long", "x".repeat(5000))), false);
        }
        assertThat(entries).isBetween(2, 9_999);
        assertThat(journal.trouble()).contains("the disk is full");

        journal.emitted(new PendingRange("tcs", first.seq(), last.seq()));
        clock.skipSeconds(11);

        Written again = journal.add("tcs", block(sample(2)), false);
        assertThat(again.seq()).isGreaterThan(last.seq());
        assertThat(journal.trouble()).isEmpty();
        assertThat(restored(journal)).containsExactly(sample(2));
    }

    @Test
    void somethingElseIsSetAsideAndNotLost() throws Exception {
        Files.writeString(temp.resolve("housekeeping.db"), "no database at all ".repeat(500));

        PendingJournal journal = journal(temp);
        assertThat(restored(journal)).isEmpty();
        fill(journal, 1);

        assertThat(setAside(temp)).hasSize(1);
        assertThat(Files.readString(setAside(temp).get(0))).startsWith("no database at all");
        assertThat(journal.trouble()).isEmpty();
    }

    @Test
    void aChangedEntryIsLeftOutAndTheOthersAreTakenOver() throws Exception {
        PendingJournal first = journal(temp);
        fill(first, 5);
        first.close();
        try (Connection other =
                DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("housekeeping.db"))) {
            other.createStatement()
                    .execute("UPDATE pending SET samples = x'0102030405060708' WHERE seq = 3");
        }

        PendingJournal second = journal(temp);
        assertThat(restored(second)).containsExactly(sample(0), sample(1), sample(3), sample(4));
        assertThat(setAside(temp)).hasSize(1);
        second.close();

        assertThat(restored(journal(temp))).as("once it is in order again").hasSize(4);
        assertThat(setAside(temp)).hasSize(1);
    }

    @Test
    void aDamagedPageCostsOnlyWhatIsOnIt() throws Exception {
        Seed.rounds(
                10,
                random -> {
                    Path folder = Files.createTempDirectory(temp, "page");
                    PendingJournal first = journal(folder);
                    int entries = 600;
                    fill(first, entries);
                    first.close();
                    Path file = folder.resolve("housekeeping.db");
                    byte[] noise = new byte[4096];
                    random.nextBytes(noise);
                    long pages = Files.size(file) / 4096;
                    assertThat(pages).isGreaterThan(5);
                    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
                        // not the first two, which are the head of the file and of the table
                        damaged.seek(4096 * (2 + random.nextLong(pages - 2)));
                        damaged.write(noise);
                    }

                    PendingJournal second = journal(folder);
                    List<Sample> found = restored(second);
                    assertThat(found).hasSizeBetween(entries / 2, entries - 1);
                    assertThat(found).isSubsetOf(all(entries));
                    assertThat(found).doesNotHaveDuplicates();
                    assertThat(setAside(folder)).hasSize(1);
                    fill(second, 1);
                    second.close();
                });
    }

    private static List<Sample> all(int entries) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            samples.add(sample(i));
        }
        return samples;
    }
}
