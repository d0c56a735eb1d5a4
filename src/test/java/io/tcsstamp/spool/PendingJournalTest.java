package io.tcsstamp.spool;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static io.tcsstamp.telemetry.Batches.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.telemetry.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is added is there after the process, in order, until it is emitted. */
@Timeout(60)
class PendingJournalTest {
    @TempDir Path temp;

    private final List<PendingJournal> journals = new ArrayList<>();

    @AfterEach
    void close() {
        journals.forEach(PendingJournal::close);
    }

    private Path folder() {
        return temp.resolve("spool");
    }

    private PendingJournal journal() {
        return journal(Synchronous.NORMAL, true);
    }

    private PendingJournal journal(Synchronous synchronous, boolean create) {
        PendingJournal journal = new PendingJournal(folder(), synchronous, create);
        journals.add(journal);
        return journal;
    }

    private static PendingRange one(String source, long seq) {
        return new PendingRange(source, seq, seq);
    }

    private static List<Sample> restored(PendingJournal journal) {
        List<Sample> samples = new ArrayList<>();
        journal.restore((entry, batch) -> samples.addAll(list(batch)));
        return samples;
    }

    @ParameterizedTest
    @EnumSource(Synchronous.class)
    void whatWasAddedComesBackInOrder(Synchronous synchronous) {
        PendingJournal first = journal(synchronous, true);
        first.add("tcs", block(at("01", "a", "1"), at("02", "b", "2")), false);
        first.add("tcs2", block(at("00", "a", "other")), false);
        first.add("tcs", block(at("03", "a", "3")), false);
        first.close();

        List<String> sources = new ArrayList<>();
        PendingJournal second = journal(synchronous, true);
        List<Sample> samples = new ArrayList<>();
        second.restore(
                (entry, batch) -> {
                    sources.add(entry.source());
                    samples.addAll(list(batch));
                });

        assertThat(sources).containsExactly("tcs", "tcs2", "tcs");
        assertThat(samples)
                .containsExactly(
                        at("01", "a", "1"),
                        at("02", "b", "2"),
                        at("00", "a", "other"),
                        at("03", "a", "3"));
        assertThat(second.trouble()).isEmpty();
    }

    @Test
    void whatIsEmittedIsGoneAndNothingElse() {
        PendingJournal first = journal();
        long a = first.add("tcs", block(at("01", "a", "1")), false).seq();
        first.add("tcs2", block(at("02", "a", "2")), false);
        long b = first.add("tcs", block(at("03", "a", "3")), false).seq();
        first.add("tcs", block(at("04", "a", "4")), false);
        first.emitted(new PendingRange("tcs", a, b));
        first.emitted(new PendingRange("tcs", 0, 0));
        first.close();

        assertThat(restored(journal())).containsExactly(at("02", "a", "2"), at("04", "a", "4"));
    }

    @Test
    void anEmissionThatOvertookAnotherLeavesItsEntries() {
        PendingJournal journal = journal();
        long a = journal.add("tcs", block(at("01", "a", "1")), false).seq();
        long b = journal.add("tcs", block(at("02", "a", "2")), false).seq();

        journal.emitted(one("tcs", b));

        assertThat(restored(journal)).containsExactly(at("01", "a", "1"));
        journal.emitted(one("tcs", a));
        assertThat(restored(journal)).isEmpty();
    }

    @Test
    void numbersAreNotUsedTwiceWhileTheProcessRuns() {
        PendingJournal journal = journal();
        long a = journal.add("tcs", block(at("01", "a", "1")), false).seq();
        journal.emitted(one("tcs", a));

        assertThat(journal.add("tcs", block(at("02", "a", "2")), false).seq()).isGreaterThan(a);
    }

    @Test
    void entriesAreReplacedByOne() {
        PendingJournal journal = journal();
        long a = journal.add("tcs", block(at("01", "a", "1")), false).seq();
        journal.add("tcs2", block(at("02", "a", "2")), false);
        long b = journal.add("tcs", block(at("03", "a", "3")), false).seq();

        journal.replace(new PendingRange("tcs", a, b), block(at("03", "a", "3")));

        assertThat(restored(journal)).containsExactly(at("02", "a", "2"), at("03", "a", "3"));
    }

    @Test
    void nothingIsMadeWhereNothingWillBeAdded() {
        PendingJournal journal = journal(Synchronous.NORMAL, false);

        assertThat(restored(journal)).isEmpty();
        assertThat(folder()).doesNotExist();
        assertThat(journal.trouble()).isEmpty();
    }

    @Test
    void whatAnotherWayOfEmissionLeftIsFoundThough() {
        PendingJournal first = journal();
        first.add("tcs", block(at("01", "a", "1")), false);
        first.close();

        PendingJournal second = journal(Synchronous.NORMAL, false);
        List<Sample> samples = new ArrayList<>();
        second.restore(
                (entry, batch) -> {
                    samples.addAll(list(batch));
                    second.emitted(entry);
                });
        assertThat(samples).containsExactly(at("01", "a", "1"));
        second.close();

        assertThat(restored(journal())).isEmpty();
    }

    @Test
    void oneReadOfASocketIsOneCommit() throws Exception {
        PendingJournal journal = journal();
        long a = journal.add("tcs", block(at("01", "a", "1")), true).seq();
        journal.add("tcs", block(at("02", "a", "2")), true);
        journal.emitted(one("tcs", a));
        assertThat(entries()).isZero();

        journal.add("tcs", block(at("03", "a", "3")), false);
        assertThat(entries()).isEqualTo(2);
    }

    private long entries() throws Exception {
        try (Connection other =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder().resolve("housekeeping.db"));
                ResultSet row =
                        other.createStatement().executeQuery("SELECT count(*) FROM pending")) {
            return row.getLong(1);
        }
    }

    @Test
    void theFileCanBeLookedAtWhileItIsUsed() throws Exception {
        journal().add("tcs", block(at("07.25", "a", "1"), at("05", "b", "2")), false);

        try (Connection other =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder().resolve("housekeeping.db"));
                ResultSet row =
                        other.createStatement()
                                .executeQuery(
                                        "SELECT source, first_time, last_time, length(samples)"
                                                + " FROM pending")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("tcs");
            assertThat(row.getString(2)).isEqualTo("2021-01-08T16:34:05Z");
            assertThat(row.getString(3)).isEqualTo("2021-01-08T16:34:07.250Z");
            assertThat(row.getInt(4)).isPositive();
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void closedItTakesNothingAndHarmsNothing() throws Exception {
        PendingJournal journal = journal();
        journal.add("tcs", block(at("01", "a", "1")), false);
        journal.close();
        byte[] before = Files.readAllBytes(folder().resolve("housekeeping.db"));

        assertThat(journal.add("tcs", block(at("02", "a", "2")), false))
                .isEqualTo(PendingJournal.Written.NONE);
        assertThat(Files.readAllBytes(folder().resolve("housekeeping.db"))).isEqualTo(before);
    }
}
