package io.tcsstamp.camel;

import io.tcsstamp.decode.NamePatterns;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.output.SampleTime;
import io.tcsstamp.packet.PacketBatch;
import io.tcsstamp.packet.PacketReader;
import io.tcsstamp.telemetry.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.WrappedFile;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.spi.annotations.Dataformat;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data format {@code packet}: unmarshals packets (a batch of the bridge's own codec, bytes, a
 * stream, a file) to {@link DecodedPackets}, an {@link Iterable} of {@link DecodedPacket}, by an
 * XTCE definition. Options that are not set are those of the bridge around it ({@code packet.*}),
 * else the defaults; where {@code framing} is set, those that go with it are not the bridge's.
 * Thread-safe.
 */
@Dataformat("packet")
public class PacketDataFormat extends ServiceSupport
        implements DataFormat, DataFormatName, CamelContextAware {
    private static final Logger LOG = LoggerFactory.getLogger(PacketDataFormat.class);

    private final FramingOptions framing = new FramingOptions();
    private CamelContext camelContext;
    private String name = "packet";
    private String definitions;
    private String rootContainer;
    private String select;
    private String namePattern;
    private String time;
    private String reload;
    private PacketDecoding decoding;
    private DefinitionWatch watch;
    private boolean watching;

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws IOException {
        return new DecodedStream(framing.packets(), packets -> packets.open(stream), decoding);
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body)
            throws IOException, NoTypeConversionAvailableException {
        if (body instanceof ReceivedPackets batch) {
            return new DecodedBatch(batch, List.of(), decoding);
        }
        if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof java.io.File f) {
            return stream(f.toPath());
        }
        if (body instanceof java.io.File file) {
            return stream(file.toPath());
        }
        if (body instanceof Path file) {
            return stream(file);
        }
        if (body instanceof InputStream stream) {
            return unmarshal(exchange, stream);
        }
        byte[] bytes =
                body instanceof byte[] array
                        ? array
                        : camelContext
                                .getTypeConverter()
                                .mandatoryConvertTo(byte[].class, exchange, body);
        return batch(bytes);
    }

    private DecodedStream stream(Path file) throws IOException {
        return new DecodedStream(framing.packets(), packets -> packets.open(file), decoding);
    }

    private DecodedBatch batch(byte[] bytes) throws IOException {
        List<Rejection> lost = new ArrayList<>();
        PacketReader reader =
                framing.packets().listener(PacketReports.lostBytes(lost::add)).reader();
        PacketBatch.Builder batch = new PacketBatch.Builder();
        reader.feed(bytes, 0, bytes.length);
        reader.end();
        while (reader.next()) {
            batch.add(reader.packet());
        }
        return new DecodedBatch(new ReceivedPackets(batch.build(), Instant.now()), lost, decoding);
    }

    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) {
        throw new UnsupportedOperationException(
                "the data format packet only unmarshals; marshal to lines by the data format"
                        + " stamp");
    }

    @Override
    protected void doStart() {
        load();
        int seconds = Integer.parseInt(option(reload, "packet.definitions-reload", "0"));
        if (seconds > 0) {
            BridgeMonitor monitor = Registered.monitor(camelContext);
            monitor.addPart(watch.id(), watch::condition);
            // no packet shall be decoded by what was true before the source was stopped
            monitor.stopped().onStart(name, watch::catchUp);
            watch.start(camelContext.getExecutorServiceManager(), seconds);
            watching = true;
        }
    }

    /** Reads the definitions, where that was not done before: a route may stop and start again. */
    void load() {
        if (decoding != null) {
            return;
        }
        NamePatterns selected = NamePatterns.of(option(select, "packet.select", ""));
        String times = option(time, "packet.time", "reception");
        String pattern = option(namePattern, "packet.name-pattern", "{parameter}");
        String root = option(rootContainer, "packet.root-container", "");
        String path = option(definitions, "packet.definitions", "");
        framing.complete(property -> option(null, property, ""));
        if (path.isEmpty()) {
            throw new PacketDefinitionException(
                    "no packet definition is named: set packet.definitions (--definition), or the"
                            + " option definitions of the data format packet",
                    null);
        }
        PacketDefinitions files =
                new PacketDefinitions(
                        Path.of(option(null, BridgeProperties.HOME, "")).resolve(path),
                        root.isEmpty() ? Optional.empty() : Optional.of(root),
                        new PacketNames(selected, sampleTime(times), this::where));
        // before they are read: what changes meanwhile is read again
        var state = files.state();
        decoding = new PacketDecoding(read(files), selected, pattern, times, framing.isCcsds());
        watch = new DefinitionWatch(name, files, state, decoding);
    }

    /** Looks whether the definitions have changed; null before {@link #load}. */
    DefinitionWatch watch() {
        return watch;
    }

    private SampleTime sampleTime(String text) {
        try {
            return new SampleTime(text);
        } catch (IllegalArgumentException e) {
            throw new PacketDefinitionException(where("time") + ": " + e.getMessage(), e);
        }
    }

    /** The source and the property that says one of its options, for messages. */
    private String where(String option) {
        String said =
                switch (option) {
                    case "time" -> time;
                    case "select" -> select;
                    default -> rootContainer;
                };
        String own = "camel.route-template[" + name + "]." + option;
        String shared = "packet." + option;
        boolean isShared = said == null || said.equals(option(null, shared, ""));
        return "source "
                + name
                + ": "
                + (!option(null, own, "").isEmpty() ? own : isShared ? shared : "option " + option);
    }

    private PacketDecoderSet read(PacketDefinitions files) {
        try {
            PacketDecoderSet loaded = files.load();
            LOG.info("{}: packets are decoded by {}", name, PacketDecoding.describe(loaded));
            return loaded;
        } catch (DefinitionException e) {
            e.problems().stream()
                    .limit(DefinitionWatch.MOST_PROBLEMS)
                    .forEach(p -> LOG.error("{}", p));
            throw new PacketDefinitionException(PacketDefinitionException.text(e), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new PacketDefinitionException(PacketDefinitionException.text(e), e);
        }
    }

    /** What was set, else what the bridge around it says, else the default. */
    private String option(String set, String property, String standard) {
        if (set != null) {
            return set;
        }
        return camelContext
                .getPropertiesComponent()
                .resolveProperty(property)
                .filter(value -> !value.isEmpty())
                .orElse(standard);
    }

    @Override
    protected void doStop() {
        if (watching) {
            watch.stop(camelContext.getExecutorServiceManager());
            watching = false;
        }
    }

    @Override
    public String getDataFormatName() {
        return "packet";
    }

    /** What it is called in log lines and health; default {@code packet}. */
    public void setName(String name) {
        this.name = name;
    }

    /**
     * An XTCE file, or a folder of them: a packet is decoded by the first that knows it. Relative
     * to the bridge's home where there is one, else to the working folder.
     */
    public void setDefinitions(String definitions) {
        this.definitions = definitions;
    }

    /** The container that every packet starts with; by default found in the definition. */
    public void setRootContainer(String rootContainer) {
        this.rootContainer = rootContainer;
    }

    /**
     * The parameters that are decoded, with commas or white space between them; {@code *} stands
     * for any characters; default all.
     */
    public void setSelect(String select) {
        this.select = select;
    }

    /**
     * The names of samples, with {@code {parameter}} (default), {@code {packet}}, {@code {apid}}.
     */
    public void setNamePattern(String namePattern) {
        this.namePattern = namePattern;
    }

    /**
     * The time of packets: {@code reception} (default), the name of a parameter that is an absolute
     * time, or {@code cds:DAYS,MILLIS[,MICROS]} with names of parameters.
     */
    public void setTime(String time) {
        this.time = time;
    }

    /** Every how many seconds it is looked whether the definition has changed; 0 for never. */
    public void setReload(String reload) {
        this.reload = reload;
    }

    /**
     * {@code ccsds} (default), {@code fixed:N}, {@code length:BITOFFSET:BITS[:ADD]}, {@code hex}.
     */
    public void setFraming(String framing) {
        this.framing.setFraming(framing);
    }

    /** Bytes before each packet that are not part of it; default 0. */
    public void setSkip(int skip) {
        framing.setSkip(skip);
    }

    /** True puts the segments of space packets together; default false. */
    public void setCombineSegments(boolean combineSegments) {
        framing.setCombineSegments(combineSegments);
    }

    /** Bytes of the secondary header that segments behind the first repeat; default 0. */
    public void setSecondaryHeader(int secondaryHeader) {
        framing.setSecondaryHeader(secondaryHeader);
    }

    /** {@code skip} (default) leaves idle packets out, {@code decode} decodes them. */
    public void setIdle(String idle) {
        framing.setIdle(idle);
    }

    /** The longest packet in bytes; 0 (default) for what the framing allows. */
    public void setMaxPacket(int maxPacket) {
        framing.setMaxPacket(maxPacket);
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
