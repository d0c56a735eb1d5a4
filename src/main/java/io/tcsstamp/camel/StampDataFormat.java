package io.tcsstamp.camel;

import io.tcsstamp.stamp.StampFormatter;
import io.tcsstamp.stamp.StampParser;
import io.tcsstamp.telemetry.SampleBatch;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.annotations.Dataformat;

/**
 * The data format {@code stamp}: marshals samples to STAMP lines and tells their number in the
 * header {@link BridgeConstants#LINES}; unmarshals lines to a {@link SampleBatch}. Thread-safe.
 */
@Dataformat("stamp")
public class StampDataFormat extends SampleDataFormat {
    private boolean fractionalTime;
    private StampFormatter formatter;

    public StampDataFormat() {
        super(StandardCharsets.UTF_8);
    }

    @Override
    protected SampleBatch parse(byte[] bytes) {
        return new StampParser().parse(bytes);
    }

    @Override
    protected synchronized byte[] format(SampleBatch batch, Exchange exchange) {
        Message message = exchange.getMessage();
        message.setHeader(BridgeConstants.LINES, batch.size());
        if (!batch.isEmpty()) {
            message.setHeader(BridgeConstants.FIRST_TIME, batch.earliestMillis());
            message.setHeader(BridgeConstants.LAST_TIME, batch.latestMillis());
        }
        return formatter.format(batch);
    }

    @Override
    protected void doStart() {
        formatter = new StampFormatter(fractionalTime);
    }

    @Override
    public String getDataFormatName() {
        return "stamp";
    }

    /** True to write milliseconds; default false. */
    public void setFractionalTime(boolean fractionalTime) {
        this.fractionalTime = fractionalTime;
    }
}
