package io.tcsstamp.spool;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static io.tcsstamp.telemetry.Batches.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.TestClock;
import io.tcsstamp.spool.PendingTable.Emission;
import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.telemetry.EmissionOrder;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.HousekeepingOptions;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a table and its journal hold together, whenever the process ends. */
@Timeout(60)
class PendingTableTest {
    @TempDir Path temp;

    private PendingJournal journal;
    private Path folder;

    @AfterEach
    void close() {
        if (journal != null) {
            journal.close();
        }
    }

    private PendingTable start(Path in, HousekeepingOptions options, int compactBytes) {
        folder = in;
        journal = new PendingJournal(folder, Synchronous.NORMAL, true);
        return new PendingTable("tcs", new Housekeeping(options), journal, compactBytes);
    }

    private PendingTable start() {
        return start(temp, HousekeepingOptions.defaults(), 1 << 20);
    }

    /** As after kill -9: the table is gone, the file is as it was. */
    private PendingTable restart(HousekeepingOptions options, int compactBytes) {
        journal.close();
        PendingTable table = start(folder, options, compactBytes);
        journal.restore((entry, batch) -> table.restore(entry, batch, false));
        return table;
    }

    private PendingTable restart() {
        return restart(HousekeepingOptions.defaults(), 1 << 20);
    }

    private long entries() {
        List<PendingRange> found = new ArrayList<>();
        journal.restore((entry, batch) -> found.add(entry));
        return found.size();
    }

    @Test
    void whatWasPendingIsPendingAgain() {
        PendingTable table = start();
        table.add(block(at("01", "a", "1"), at("02", "b", "2")), false);
        table.add(block(at("03", "a", "3")), false);

        PendingTable after = restart();
        after.add(block(at("04", "c", "4")), false);

        assertThat(after.table().pending()).isEqualTo(3);
        assertThat(list(after.emit().samples()))
                .containsExactly(at("02", "b", "2"), at("03", "a", "3"), at("04", "c", "4"));
    }

    @Test
    void anEmissionComesAgainUnlessItWasSafe() {
        PendingTable table = start();
        table.add(block(at("01", "a", "1")), false);
        Emission lost = table.emit();
        table.add(block(at("02", "a", "2")), false);
        Emission safe = table.emit();
        table.add(block(at("03", "b", "3")), false);
        journal.emitted(safe.entries());

        assertThat(lost.samples()).hasSize(1);
        assertThat(list(restart().emit().samples()))
                .containsExactly(at("01", "a", "1"), at("03", "b", "3"));
    }

    @Test
    void anEntryOfWhichOnlyAPartIsEmittedStays() {
        PendingTable table = start();
        table.add(block(at("01", "a", "1")), false);
        journal.close();
        PendingTable after = start();
        SampleBatch part = block(at("01", "a", "1"));
        PendingRange entry = new PendingRange("tcs", 1, 1);

        after.restore(entry, part, true);
        journal.emitted(after.emit().entries());
        assertThat(entries()).isEqualTo(1);

        after.restore(entry, part, false);
        journal.emitted(after.emit().entries());
        assertThat(entries()).isZero();
    }

    @Test
    void whatTheTableHasNoRoomForIsNotKeptForEver() {
        HousekeepingOptions small =
                new HousekeepingOptions(true, EmissionOrder.TIME, false, 1, 1 << 20);
        PendingTable table = start(temp, small, 1 << 20);
        table.add(block(at("01", "a", "1")), false);
        journal.emitted(table.emit().entries());
        HousekeepingOptions none = new HousekeepingOptions(true, EmissionOrder.TIME, false, 1, 0);
        journal.close();
        PendingTable full = start(temp, none, 1 << 20);

        assertThat(full.add(block(at("01", "a", "1")), false).rejections()).hasSize(1);
        assertThat(full.emit().samples().isEmpty()).isTrue();
        assertThat(entries()).isZero();
    }

    @Test
    void theJournalStaysSmallHoweverLongNothingIsEmitted() throws Exception {
        PendingTable table = start(temp, HousekeepingOptions.defaults(), 10_000);
        for (int i = 0; i < 5_000; i++) {
            table.add(block(at("01", "a", "v" + i), at("02", "b" + i % 7, "x".repeat(50))), false);
        }

        assertThat(entries()).isLessThan(300);
        assertThat(Files.size(temp.resolve("housekeeping.db"))).isLessThan(200_000);
        List<Sample> pending = list(table.table().pendingSamples(1));
        assertThat(list(restart().emit().samples())).containsExactlyInAnyOrderElementsOf(pending);
    }

    @Test
    void blocksAreStillCountedAfterCompaction() {
        PendingTable table = start(temp, HousekeepingOptions.defaults(), 1);
        for (int i = 0; i < 4; i++) {
            table.add(block(at("01", "a" + i, "v"), at("02", "b", "x")), false);
        }
        journal.close();
        start();

        List<Integer> blocks = new ArrayList<>();
        journal.restore((entry, batch) -> blocks.add(batch.blockCount()));
        assertThat(blocks.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
    }

    @Test
    void whatCameWhileTheJournalFailedIsInItAfterwards() throws Exception {
        Path place = temp.resolve("spool");
        Files.writeString(place, "a file");
        TestClock clock = new TestClock("2026-03-01T10:00:00Z");
        journal = new PendingJournal(place, Synchronous.NORMAL, true, clock, 0);
        folder = place;
        Housekeeping housekeeping = new Housekeeping(HousekeepingOptions.defaults());
        PendingTable table = new PendingTable("tcs", housekeeping, journal);
        table.add(block(at("01", "a", "1")), false);
        Files.delete(place);
        clock.skipSeconds(60);
        table.add(block(at("02", "b", "2")), false);

        assertThat(list(restart().emit().samples()))
                .containsExactly(at("01", "a", "1"), at("02", "b", "2"));
    }

    @Test
    void whatAFailedCommitTookBackIsAddedAgain() {
        TestClock clock = new TestClock("2026-03-01T10:00:00Z");
        folder = temp;
        journal = new PendingJournal(temp, Synchronous.NORMAL, true, clock, 12);
        HousekeepingOptions options = HousekeepingOptions.defaults();
        PendingTable one = new PendingTable("tcs", new Housekeeping(options), journal);
        PendingTable other = new PendingTable("tcs2", new Housekeeping(options), journal);
        one.add(block(at("01", "a", "1")), true);
        other.add(block(at("01", "long", "x".repeat(100_000))), false);
        assertThat(journal.trouble()).contains("the disk is full");
        assertThat(list(one.table().pendingSamples(1))).hasSize(1);
        clock.skipSeconds(60);
        assertThat(entries()).as("taken back").isZero();
        one.add(block(at("02", "b", "2")), false);

        assertThat(list(restart().emit().samples()))
                .containsExactly(at("01", "a", "1"), at("02", "b", "2"));
    }

    @Test
    void withoutAJournalItIsTheTable() {
        PendingTable table =
                new PendingTable("tcs", new Housekeeping(HousekeepingOptions.defaults()), null);
        table.add(block(at("01", "a", "1")), false);

        Emission emission = table.emit();
        assertThat(list(emission.samples())).containsExactly(at("01", "a", "1"));
        assertThat(emission.entries().isEmpty()).isTrue();
        assertThat(table.emit().samples().isEmpty()).isTrue();
    }

    /** A crash between any two steps, compactions in between: never less, and in order. */
    @Test
    void wheneverTheProcessEndsWhatIsPendingIsTheSame() {
        Seed.rounds(
                30,
                random -> {
                    HousekeepingOptions options =
                            new HousekeepingOptions(
                                    random.nextBoolean(), EmissionOrder.TIME, false, 20, 1 << 20);
                    int compactBytes = 1 + random.nextInt(500);
                    PendingTable table =
                            start(Files.createTempDirectory(temp, "run"), options, compactBytes);
                    int value = 0;
                    for (int step = 0; step < 60; step++) {
                        switch (random.nextInt(8)) {
                            case 0 -> journal.emitted(table.emit().entries());
                            case 1 -> {
                                List<Sample> before = list(table.table().pendingSamples(1));
                                table = restart(options, compactBytes);
                                assertThat(list(table.table().pendingSamples(1)))
                                        .containsExactlyInAnyOrderElementsOf(before);
                            }
                            default ->
                                    table.add(
                                            block(
                                                    at("01", "n" + random.nextInt(9), "" + value++),
                                                    at("02", "m" + value % 3, "" + value++)),
                                            random.nextBoolean());
                        }
                    }
                    journal.close();
                });
    }
}
