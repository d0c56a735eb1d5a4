package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;

import io.tcsstamp.spool.PendingJournal;
import io.tcsstamp.spool.PendingTable;
import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.tcs.TcsParser;
import io.tcsstamp.tcs.UnitRules;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.HousekeepingOptions;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;

/** Leaves in a folder what a run leaves that gathered samples and was killed. */
final class LastRun {
    private LastRun() {}

    /** Each block was a read of its own. */
    static void reads(Path spool, String source, byte[]... blocks) {
        TcsParser parser = new TcsParser(UnitRules.none());
        try (PendingJournal journal = new PendingJournal(spool, Synchronous.NORMAL, true)) {
            PendingTable table =
                    new PendingTable(
                            source, new Housekeeping(HousekeepingOptions.defaults()), journal);
            for (byte[] block : blocks) {
                table.add(parser.parse(block), false);
            }
        }
    }

    /** One read that brought all these blocks. */
    static byte[] oneRead(byte[]... blocks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] block : blocks) {
            all.writeBytes(block);
        }
        return all.toByteArray();
    }

    /** A block of one record. */
    static byte[] record(String seconds, String name, String value) {
        return block(Streams.entry(seconds, name, value));
    }

    /** How many entries the journal in a folder holds; nobody else may use it. */
    static long entries(Path spool) {
        long[] found = {0};
        try (PendingJournal journal = new PendingJournal(spool, Synchronous.NORMAL, false)) {
            journal.restore((entry, samples) -> found[0]++);
        }
        return found[0];
    }
}
