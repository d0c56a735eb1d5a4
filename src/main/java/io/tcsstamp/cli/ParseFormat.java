package io.tcsstamp.cli;

import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.output.ArrowWriter;
import io.tcsstamp.output.CsvFile;
import io.tcsstamp.output.CsvWriter;
import io.tcsstamp.output.JsonLinesWriter;
import io.tcsstamp.output.PacketWriter;
import io.tcsstamp.output.SampleNames;
import io.tcsstamp.output.SampleTime;
import io.tcsstamp.output.StampWriter;
import io.tcsstamp.output.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What {@code parse} writes, and where to: options. */
final class ParseFormat {
    /** The formats. */
    enum Format {
        TABLE,
        JSONL,
        CSV,
        STAMP,
        ARROW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the name of a format. */
    static final class FormatName implements ITypeConverter<Format> {
        @Override
        public Format convert(String name) {
            return Arrays.stream(Format.values())
                    .filter(format -> format.toString().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "there is no format '"
                                                    + name
                                                    + "'; there are "
                                                    + Arrays.stream(Format.values())
                                                            .map(Format::toString)
                                                            .collect(Collectors.joining(", "))));
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatName.class,
            defaultValue = "table",
            description = {
                "What to write (default: ${DEFAULT-VALUE}):",
                "  table   for people",
                "  jsonl   a JSON object per packet and line",
                "  csv     a line per value; with --output a file per",
                "          container with a column per parameter",
                "  stamp   lines as the bridge sends them to STAMP",
                "  arrow   an Arrow file per container (--output)"
            })
    private Format format;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where csv and arrow make a file for each container.")
    private Path output;

    @Option(
            names = "--raw",
            description =
                    "Raw values instead of derived ones, where only one of them is written: STAMP"
                            + " lines, csv and arrow files.")
    private boolean raw;

    @Option(
            names = "--name-pattern",
            paramLabel = "PATTERN",
            defaultValue = "{parameter}",
            description =
                    "Names in STAMP lines, with {parameter}, {packet}, {apid} (default:"
                            + " ${DEFAULT-VALUE}).")
    private String namePattern;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = {
                "Time of STAMP lines: a parameter, reception, or",
                "  cds:DAYS,MILLIS[,MICROS] with parameters (default:",
                "  the first absolute time in the packet, else now)."
            })
    private String time;

    @Option(
            names = {"-f", "--fractional_time", "--fractional-time"},
            description = "Milliseconds in STAMP lines.")
    private boolean fractionalTime;

    /** The parameters that the format needs beside those that are asked for. */
    List<String> needed() {
        SampleTime sampleTime = format == Format.STAMP ? sampleTime() : null;
        return sampleTime == null ? List.of() : sampleTime.names();
    }

    private SampleTime sampleTime() {
        try {
            return time == null ? null : new SampleTime(time);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--time: " + e.getMessage());
        }
    }

    /**
     * Looks whether the definition has the time that is asked for.
     *
     * @throws UsageException if not, with the parameters that are times
     */
    void check(Definition definition) {
        try {
            if (time != null) {
                sampleTime().check(definition);
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException("--time: " + e.getMessage());
        }
    }

    /** True where the standard output gets the values. */
    boolean toStdout() {
        return output == null;
    }

    /**
     * Looks whether the options go together.
     *
     * @throws UsageException if not
     */
    void check() {
        try {
            SampleNames.check(namePattern);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--name-pattern: " + e.getMessage());
        }
        sampleTime();
        boolean files = format == Format.CSV || format == Format.ARROW;
        if (output != null && !files) {
            throw new UsageException(
                    "--output is for the formats csv and arrow; write " + format + " by > FILE");
        }
        if (format == Format.ARROW && output == null) {
            throw new UsageException("--format arrow makes files: say --output FOLDER");
        }
        if (output != null && Files.exists(output) && !Files.isDirectory(output)) {
            throw new UsageException("--output " + output + " is a file; name a folder");
        }
    }

    /**
     * The writer of that format.
     *
     * @param selected by the name of a parameter: whether it is asked for
     * @param ccsds whether the packets are space packets
     */
    PacketWriter writer(PacketDecoder decoder, Predicate<String> selected, boolean ccsds)
            throws IOException {
        return switch (format) {
            case TABLE -> new TableWriter(new Stdout(), selected, Terminal::printable, columns());
            case JSONL -> new JsonLinesWriter(new Stdout(), selected);
            case CSV ->
                    output == null
                            ? new CsvWriter(new Stdout(), selected)
                            : CsvFile.folder(output, decoder, selected, raw);
            case STAMP ->
                    new StampWriter(
                            new Stdout(),
                            new SampleNames(namePattern, selected),
                            sampleTime(),
                            raw,
                            ccsds,
                            fractionalTime);
            case ARROW -> new ArrowWriter(output, decoder, selected, raw);
        };
    }

    private static int columns() {
        Terminal terminal = Terminal.ofStdout();
        return terminal == null ? 0 : terminal.size().columns();
    }
}
