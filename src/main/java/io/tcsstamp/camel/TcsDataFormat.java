package io.tcsstamp.camel;

import io.tcsstamp.tcs.TcsFormatter;
import io.tcsstamp.tcs.TcsParser;
import io.tcsstamp.tcs.UnitRules;
import io.tcsstamp.telemetry.SampleBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.spi.annotations.Dataformat;

/**
 * The data format {@code tcs}: unmarshals blocks of the TCS EGSE (bytes, a stream, or text) to a
 * {@link SampleBatch}, an {@link Iterable} of samples; marshals samples to a block. Keeps the names
 * it has seen, so each use has its own; thread-safe.
 */
@Dataformat("tcs")
public class TcsDataFormat extends SampleDataFormat {
    private String units;
    private String prefix = "";
    private TcsParser parser;

    public TcsDataFormat() {
        super(StandardCharsets.ISO_8859_1);
    }

    @Override
    protected synchronized SampleBatch parse(byte[] bytes) {
        return parser.parse(bytes);
    }

    @Override
    protected byte[] format(SampleBatch batch, Exchange exchange) {
        return new TcsFormatter().format(batch);
    }

    @Override
    protected void doStart() {
        parser = new TcsParser(rules(), prefix);
    }

    private UnitRules rules() {
        if (units != null) {
            return UnitRules.load(Path.of(units));
        }
        UnitRules shared = getCamelContext().getRegistry().findSingleByType(UnitRules.class);
        return shared == null ? UnitRules.none() : shared;
    }

    @Override
    public String getDataFormatName() {
        return "tcs";
    }

    /** The file of unit rules; by default those the application has bound, else none. */
    public void setUnits(String units) {
        this.units = units;
    }

    /** Put before every name; default empty. */
    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }
}
