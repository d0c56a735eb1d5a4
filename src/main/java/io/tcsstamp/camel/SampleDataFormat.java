package io.tcsstamp.camel;

import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatches;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.support.service.ServiceSupport;

/** What the data formats of samples have in common: the kinds of bodies they take. */
abstract class SampleDataFormat extends ServiceSupport
        implements DataFormat, DataFormatName, CamelContextAware {
    private final Charset charset;
    private CamelContext camelContext;

    SampleDataFormat(Charset charset) {
        this.charset = charset;
    }

    /** Reads samples; may keep the array. */
    protected abstract SampleBatch parse(byte[] bytes);

    /** Writes samples. */
    protected abstract byte[] format(SampleBatch batch, Exchange exchange);

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws IOException {
        return parse(stream.readAllBytes());
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body)
            throws NoTypeConversionAvailableException {
        if (body instanceof byte[] bytes) {
            return parse(bytes);
        }
        if (body instanceof String text) {
            return parse(text.getBytes(charset));
        }
        return parse(
                camelContext.getTypeConverter().mandatoryConvertTo(byte[].class, exchange, body));
    }

    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) throws IOException {
        stream.write(format(batch(graph), exchange));
    }

    private SampleBatch batch(Object graph) {
        if (graph instanceof SampleBatch batch) {
            return batch;
        }
        if (graph instanceof DecodedPackets packets) {
            return packets.samples();
        }
        if (graph instanceof DecodedPacket packet) {
            return complete(SampleBatches.of(packet.samples()));
        }
        if (graph instanceof Sample sample) {
            return complete(SampleBatches.of(List.of(sample)));
        }
        if (graph instanceof Iterable<?> samples) {
            return complete(SampleBatches.of(typed(samples)));
        }
        throw new IllegalArgumentException(
                getDataFormatName()
                        + ": cannot marshal a body of "
                        + (graph == null ? "null" : graph.getClass().getName())
                        + "; it must be a sample or an Iterable of samples, as unmarshal gives it");
    }

    private SampleBatch complete(SampleBatch batch) {
        for (Rejection rejection : batch.rejections()) {
            throw new IllegalArgumentException(
                    getDataFormatName()
                            + ": cannot marshal a sample: "
                            + rejection.reason()
                            + ", its bytes are "
                            + HexFormat.of().formatHex(rejection.bytes()));
        }
        return batch;
    }

    private Iterable<Sample> typed(Iterable<?> samples) {
        List<Sample> list = new ArrayList<>();
        for (Object element : samples) {
            if (!(element instanceof Sample sample)) {
                throw new IllegalArgumentException(
                        getDataFormatName() + ": cannot marshal " + element + " as a sample");
            }
            list.add(sample);
        }
        return list;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}
