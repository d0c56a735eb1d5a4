package io.tcsstamp.cli;

import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.output.PacketWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parse}: decodes the packets of a file or of standard input by a definition. */
@Command(
        name = "parse",
        sortOptions = false,
        description = {
            "Decodes the packets of a file, of any size, by an XTCE definition.",
            "What is wrong with packets is told on standard error, with a summary at the end."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tcs-stamp parse --definition jpss.xml jpss.dat",
            "  tcs-stamp parse --definition jpss.xml --format jsonl jpss.dat | jq .values",
            "  tcs-stamp parse --definition jpss.xml --format csv --select 'ADAET*' jpss.dat",
            "  tcs-stamp parse --definition jpss.xml --format arrow --output new jpss.dat",
            "  tail -c +1 -f jpss.dat | tcs-stamp parse --definition jpss.xml -"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:packets were decoded (some may have failed: see the summary), or there were none",
            "1:no packet could be decoded, the input could not be read to its end or hides packets"
                    + " behind garbage, or one packet failed with --fail-fast",
            "2:wrong usage"
        })
final class ParseCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--definition",
            required = true,
            paramLabel = "FILE|DIR",
            description =
                    "The XTCE file; of a folder, the only .xml file in it; -: standard input.")
    private String definition;

    @Option(
            names = "--root-container",
            paramLabel = "NAME",
            description =
                    "The container that every packet starts with (default: CCSDSPacket, else the"
                            + " only one without a base that others inherit from).")
    private String root;

    @Mixin private PacketOptions packets;

    @Mixin private ParseFormat format;

    @Option(
            names = "--select",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Decode and write only these parameters; * stands for any characters. Repeat"
                            + " it or separate names by commas.")
    private List<String> select = List.of();

    @Option(
            names = "--packet",
            paramLabel = "N",
            description = "Only the packet of this number, from 0.")
    private Long packet;

    @Option(names = "--limit", paramLabel = "N", description = "Only that many packets.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--fail-fast", description = "Stop at the first packet that fails.")
    private boolean failFast;

    @Parameters(paramLabel = "FILE|-", description = "The packets; -: standard input.")
    private String file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    private Predicate<String> selected = name -> true;

    @Override
    public Integer call() {
        Logging.start(0, "");
        PrintWriter err = spec.commandLine().getErr();
        PacketInput input = new PacketInput(file);
        packets.packets();
        format.check();
        if (definition.equals("-") && file.equals("-")) {
            throw new UsageException(
                    "--definition - and the packets cannot both be the standard input");
        }
        long last = last();
        try {
            PacketDecoder decoder = decoder(err);
            Progress progress = new Progress(err, input.size(), this::showsProgress);
            ParseRun run = new ParseRun(decoder, packets, failFast, err, progress);
            long first = packet == null ? 0 : packet;
            PacketWriter writer = format.writer(decoder, selected, packets.isCcsds());
            return run.run(input, writer, first, last);
        } catch (DefinitionException e) {
            return DefinitionInput.tell(e, err);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("--output " + e.getFile() + ": " + e.getReason());
        } catch (Stdout.Closed e) {
            return 0;
        } catch (IOException e) {
            return Failure.tell(e, err);
        }
    }

    private boolean showsProgress() {
        return Terminal.isStderr() && !(format.toStdout() && Terminal.isStdout());
    }

    private long last() {
        if (packet != null && (packet < 0 || limit != Long.MAX_VALUE)) {
            throw new UsageException("--packet counts from 0, and does not go with --limit");
        }
        if (limit < 0) {
            throw new UsageException("--limit " + limit + ": must be at least 0");
        }
        return packet == null ? limit : packet + 1;
    }

    private PacketDecoder decoder(PrintWriter err) throws IOException, DefinitionException {
        Definition read = DefinitionInput.read(definition, err);
        format.check(read);
        DecoderOptions options = DecoderOptions.ALL;
        if (!select.isEmpty()) {
            selected = Selection.of(select, read)::contains;
            Set<String> needed = Set.copyOf(format.needed());
            Set<String> times = Selection.absoluteTimes(read);
            options =
                    options.withSelected(
                            name ->
                                    selected.test(name)
                                            || needed.contains(name)
                                            || times.contains(name));
        }
        if (root != null) {
            options = options.withRoot(root);
        }
        try {
            return PacketDecoders.compiled(read, options);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--root-container: " + e.getMessage());
        }
    }
}
