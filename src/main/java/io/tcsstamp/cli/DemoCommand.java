package io.tcsstamp.cli;

import io.tcsstamp.camel.BridgeSettings;
import io.tcsstamp.sim.EchoServer;
import io.tcsstamp.sim.LineSink;
import io.tcsstamp.sim.TcsSimulator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: a simulated TCS EGSE, the bridge, an echo server as STAMP and a table at once. */
@Command(
        name = "demo",
        sortOptions = false,
        description = {
            "Shows the bridge at work without any hardware.",
            "Runs a simulated TCS EGSE, the bridge, a server that stands for STAMP, and a table of"
                    + " what passes; a console for the browser and metrics tell more. Does not read"
                    + " application.properties. Runs until Ctrl-C."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int LINES_SHOWN = 5;

    @Mixin private EmissionOptions options;

    @Option(names = "--no-console", description = "serve no console (console.enabled)")
    private boolean noConsole;

    @Option(names = "--no-metrics", description = "serve no metrics and health (metrics.enabled)")
    private boolean noMetrics;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    private boolean help;

    @Override
    public Integer call() throws IOException {
        Map<String, String> said = new TreeMap<>(Map.of("stamp.fractional-time", "true"));
        said.putAll(options.properties());
        // neither a real instrument nor a real STAMP is touched
        said.put("stamp.rich", "true");
        said.put("spool.enabled", "false");
        // as much as there is room for in memory without a spool
        said.put("stamp.tail", "1048576");
        // what was said wrong is told before anything is taken
        SettingsLoader.defaults(Home.find(), said);
        Logging.start(0, "");
        try (DemoWatch watch = new DemoWatch(!noConsole, !noMetrics)) {
            said.putAll(watch.properties());
            return run(SettingsLoader.defaults(Home.find(), said), watch.lines());
        }
    }

    private static int run(BridgeSettings settings, List<String> urls) throws IOException {
        boolean fractional = settings.is("stamp.fractional-time");
        try (TelemetryTable table = TelemetryTable.onStdout(fractional);
                TcsSimulator tcs = TcsSimulator.builder().start();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, sink(table, urls))) {
            BridgeSettings between =
                    settings.with("tcs.endpoint", tcs.address())
                            .with("stamp.endpoint", stamp.address());
            if (!table.inPlace()) {
                urls.forEach(System.err::println);
            }
            return TcsStamp.run(between, table);
        }
    }

    /** Below the table on a terminal, else line by line on the standard output. */
    private static LineSink sink(TelemetryTable table, List<String> urls) {
        if (!table.inPlace()) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            return out::println;
        }
        Deque<String> latest = new ArrayDeque<>();
        return line -> {
            latest.addLast(line);
            if (latest.size() > LINES_SHOWN) {
                latest.removeFirst();
            }
            table.footer(shown(urls, latest));
        };
    }

    private static List<String> shown(List<String> urls, Deque<String> latest) {
        List<String> lines = new ArrayList<>(urls);
        lines.addAll(List.of("", "STAMP received:"));
        latest.forEach(line -> lines.add("  " + line.replace("\t", "  ")));
        return lines;
    }
}
