package io.tcsstamp.cli;

import io.tcsstamp.camel.Bridge;
import io.tcsstamp.camel.BridgeSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The program: without a command it is the bridge. Exits with 0 when it was stopped, 1 when the
 * work failed, 2 when it was told something wrong, with one line that says what.
 */
@Command(
        name = "tcs-stamp",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        versionProvider = TcsStamp.Version.class,
        description =
                "Reads the housekeeping of a TCS EGSE, or packets by an XTCE definition, converts"
                        + " it and sends it to STAMP. Every option is also a property in"
                        + " application.properties.")
public final class TcsStamp implements Callable<Integer> {
    private static final Map<String, Supplier<Object>> COMMANDS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("convert", ConvertCommand::new),
                            Map.entry("demo", DemoCommand::new),
                            Map.entry("describe-definition", DescribeDefinitionCommand::new),
                            Map.entry("describe-packets", DescribePacketsCommand::new),
                            Map.entry("echo-server", EchoServerCommand::new),
                            Map.entry("parse", ParseCommand::new),
                            Map.entry("simulate-tcs", SimulateTcsCommand::new),
                            Map.entry("spool", SpoolCommand::new),
                            Map.entry("user", UserCommand::new),
                            Map.entry("validate", ValidateCommand::new),
                            Map.entry("warm-up", WarmUpCommand::new)));

    @Mixin private BridgeOptions bridge;

    @Option(
            names = "-v",
            description = "say more: -v the number of values per read, -vv Camel, -vvv the values")
    private boolean[] verbosity = {};

    @Option(names = "--version", versionHelp = true, description = "print the version")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this help")
    private boolean help;

    /** Runs the program and exits. */
    public static void main(String[] arguments) {
        Logging.prepare();
        System.exit(run(arguments));
    }

    /** Runs the program; returns the exit code. */
    static int run(String... arguments) {
        CommandLine program = new CommandLine(new TcsStamp());
        addCommands(program, List.of(arguments));
        return program.setOverwrittenOptionsAllowed(true)
                .setExecutionStrategy(TcsStamp::execute)
                .setParameterExceptionHandler(TcsStamp::usage)
                .setExecutionExceptionHandler(TcsStamp::failure)
                .execute(arguments);
    }

    /** Only what the arguments name, or all for the help: each takes its time to be read. */
    private static void addCommands(CommandLine program, List<String> arguments) {
        boolean help = arguments.contains("-h") || arguments.contains("--help");
        COMMANDS.forEach(
                (name, command) -> {
                    if (help || arguments.contains(name)) {
                        program.addSubcommand(command.get());
                    }
                });
    }

    @Override
    public Integer call() {
        BridgeSettings settings =
                SettingsLoader.load(Home.find(), System.getenv(), bridge.properties());
        if (settings.get("tcs.endpoint").isEmpty()
                && settings.get("packet.endpoint").isEmpty()
                && !settings.hasFurtherSource()) {
            throw new UsageException(
                    "no TCS EGSE is named: say --tcs HOST:PORT, or set tcs.endpoint in"
                            + " application.properties; for packets: --packets HOST:PORT"
                            + " --definition FILE; to just have a look: tcs-stamp demo");
        }
        Logging.start(verbosity.length, settings.file("log.file"));
        warn(settings);
        try (TelemetryTable table = TelemetryTable.onStdout(settings.is("stamp.fractional-time"))) {
            return run(settings, table);
        }
    }

    /** Runs a bridge that draws its table here; returns the exit code. */
    static int run(BridgeSettings settings, TelemetryTable table) {
        Bridge bridge;
        try {
            bridge = new Bridge(settings, table::show);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        table.onBroken(() -> bridge.onOutputClosed("broken pipe"));
        table.status(bridge::status);
        return bridge.run();
    }

    private static int execute(ParseResult result) {
        for (ParseResult at = result; at.hasSubcommand(); at = at.subcommand()) {
            List<OptionSpec> before = at.matchedOptions();
            if (!before.isEmpty()) {
                throw new ParameterException(
                        at.commandSpec().commandLine(),
                        before.get(0).longestName()
                                + " stands before the command "
                                + at.subcommand().commandSpec().name()
                                + ", which would not see it; say it behind");
            }
        }
        return new CommandLine.RunLast().execute(result);
    }

    private static void warn(BridgeSettings settings) {
        // not a field: no logger may be made before the log is set up
        Logger log = LoggerFactory.getLogger(TcsStamp.class);
        String unknown = settings.get(SettingsLoader.UNKNOWN);
        if (!unknown.isEmpty()) {
            log.warn("application.properties: unknown, so ignored (misspelt?): {}", unknown);
        }
        if (!settings.get("stamp.rate-blocks").equals("0")
                && !settings.get("stamp.rate").equals("0")) {
            log.warn("stamp.rate-blocks is set, so stamp.rate is ignored");
        }
        for (String end : List.of("tcs", "stamp")) {
            warnOfTls(log, settings, end + ".tls");
        }
    }

    private static void warnOfTls(Logger log, BridgeSettings settings, String tls) {
        boolean stores =
                !settings.get(tls + ".trust-store").isEmpty()
                        || !settings.get(tls + ".key-store").isEmpty();
        if (!settings.is(tls) && stores && !settings.hasFurtherSource()) {
            log.warn("{} is false, so the connection is not encrypted and its stores unused", tls);
        }
        if (settings.is(tls) && !settings.is(tls + ".host-name-check")) {
            log.warn(
                    "{}.host-name-check is false: whoever has any trusted certificate can pose as"
                            + " the peer",
                    tls);
        }
    }

    private static int usage(ParameterException wrong, String[] arguments) {
        return usage(wrong.getCommandLine(), wrong.getMessage());
    }

    private static int failure(Exception failure, CommandLine command, ParseResult result)
            throws Exception {
        if (failure instanceof UsageException) {
            return usage(command, failure.getMessage());
        }
        throw failure;
    }

    private static int usage(CommandLine command, String message) {
        String line = message.lines().map(String::strip).collect(Collectors.joining(" "));
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("tcs-stamp: " + line + " (help: " + name + " -h)");
        return CommandLine.ExitCode.USAGE;
    }

    /** The version of the jar; "development" where it runs from classes. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = TcsStamp.class.getPackage().getImplementationVersion();
            return new String[] {"tcs-stamp " + (version == null ? "development" : version)};
        }
    }
}
