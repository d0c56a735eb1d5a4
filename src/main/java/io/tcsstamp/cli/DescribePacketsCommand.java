package io.tcsstamp.cli;

import io.tcsstamp.packet.FramingException;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.Packets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code describe-packets}: what a file of packets holds, without a definition. */
@Command(
        name = "describe-packets",
        sortOptions = false,
        description = {
            "Lists packets by what their headers say, the first and the last five as a rule, then"
                    + " counts them per APID: bytes, lengths, gaps, duplicates.",
            "Needs no definition. LEN is the data length field: bytes behind the header, less 1."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tcs-stamp describe-packets packets.dat",
            "  tcs-stamp describe-packets --all --skip 4 packets.dat | less",
            "  zcat packets.dat.gz | tcs-stamp describe-packets -"
        })
final class DescribePacketsCommand implements Callable<Integer> {
    private static final int AT_EACH_END = 5;

    @Spec private CommandSpec spec;

    @Mixin private PacketOptions packets;

    @Option(names = "--all", description = "List all packets.")
    private boolean all;

    @Option(names = "--head", paramLabel = "N", description = "List the first N packets only.")
    private Long head;

    @Parameters(paramLabel = "FILE|-", description = "The packets; -: standard input.")
    private String file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    private final Deque<PacketLine> last = new ArrayDeque<>();

    @Override
    public Integer call() {
        if (head != null && (all || head < 0)) {
            throw new UsageException("--head takes a number from 0, and does not go with --all");
        }
        PrintWriter err = spec.commandLine().getErr();
        PacketInput input = new PacketInput(file);
        PacketStatistics statistics =
                new PacketStatistics(packets.isCcsds(), packets.leftoverSearch());
        Packets reading = packets.packets().listener(statistics);
        if (packets.isCcsds()) {
            reading = reading.sequences(statistics.sequences());
        }
        try (Writer out = Stdout.writer();
                PacketSource source = reading.open(input.open(out::flush))) {
            Progress progress = new Progress(err, input.size(), Terminal::isStderr);
            int code = list(source, statistics, progress, out);
            for (String line : statistics.lines(source.bytesRead())) {
                print(out, line);
            }
            return code;
        } catch (Stdout.Closed e) {
            return 0;
        } catch (IOException e) {
            return Failure.tell(e, err);
        }
    }

    private int list(
            PacketSource source, PacketStatistics statistics, Progress progress, Writer out)
            throws IOException {
        boolean ccsds = packets.isCcsds();
        long limit = head == null ? AT_EACH_END : head;
        long first = all ? Long.MAX_VALUE : limit;
        print(out, PacketLine.titles(ccsds));
        int code = 0;
        long index = 0;
        try {
            for (; source.next(); index++) {
                statistics.add(source.packet());
                if (index < first) {
                    print(out, PacketLine.of(index, source.packet()).text(ccsds));
                } else if (head == null) {
                    keep(PacketLine.of(index, source.packet()));
                }
                progress.at(source.bytesRead());
            }
        } catch (FramingException e) {
            progress.clear();
            spec.commandLine().getErr().println("tcs-stamp: " + e.getMessage());
            code = 1;
        }
        progress.clear();
        if (index - last.size() > first) {
            print(out, "...");
        }
        for (PacketLine line : last) {
            print(out, line.text(ccsds));
        }
        return code;
    }

    private void keep(PacketLine line) {
        if (last.size() == AT_EACH_END) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    private static void print(Writer out, String line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
