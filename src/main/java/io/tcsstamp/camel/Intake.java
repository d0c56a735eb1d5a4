package io.tcsstamp.camel;

import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.telemetry.SampleBatch;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what a source's parser read, and says once when the TCS EGSE sends blocks without values.
 * Used by its route's thread only.
 */
public class Intake extends SourceIntake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** How many blocks without a value in a row are worth a word. */
    private static final int EMPTY_BLOCKS = 10;

    private boolean emptyReported;

    /** Creates an intake of the source {@code tcs}. */
    public Intake() {
        super("tcs");
    }

    @Override
    SampleBatch samples(Message message, SourceCounters counters) {
        return message.getBody(SampleBatch.class);
    }

    @Override
    void booked(SampleBatch batch) {
        if (!emptyReported && batch.emptyRun() >= EMPTY_BLOCKS) {
            LOG.warn(
                    "{}: {} blocks in a row without a value: the TCS sends no values, is the MMI"
                            + " user logged in?",
                    origin(),
                    EMPTY_BLOCKS);
            emptyReported = true;
        } else if (emptyReported && !batch.isEmpty()) {
            LOG.info("{}: values come again", origin());
            emptyReported = false;
        }
    }
}
