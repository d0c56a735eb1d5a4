package io.tcsstamp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Sends the log to the standard error stream or to a file, and never to the standard output. */
final class Logging {
    private static final int FILE_BYTES = 10 << 20;
    private static final int FILES = 10;

    /** Loggers are held weakly by the JDK; these keep their levels. */
    private static final List<Logger> KEPT = new ArrayList<>();

    private Logging() {}

    /** To be called before anything that could make a logger. */
    static void prepare() {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
    }

    /**
     * Sets it up.
     *
     * @param verbosity how often -v was said: 1 numbers of values, 2 Camel's own words, 3 values
     * @param file where to log instead of the standard error stream, ten files of 10 MiB in turn;
     *     empty for none
     * @throws UsageException if the file cannot be written
     */
    static void start(int verbosity, String file) {
        LogManager manager = LogManager.getLogManager();
        manager.reset();
        Logger root = Logger.getLogger("");
        Handler handler = handler(file);
        handler.setLevel(Level.ALL);
        handler.setFormatter(new LogLine());
        root.addHandler(handler);
        levels(verbosity).forEach(Logging::level);
        if (manager instanceof LastingLogManager lasting) {
            lasting.last();
        }
    }

    /** From which level on something is logged, by loggers. */
    static Map<String, Level> levels(int verbosity) {
        Map<String, Level> levels = new LinkedHashMap<>();
        levels.put("", Level.INFO);
        levels.put("org.apache.camel", verbosity >= 2 ? Level.INFO : Level.WARNING);
        // what they say of lines left at a stop, the bridge's summary says
        levels.put(
                "org.apache.camel.impl.engine.DefaultShutdownStrategy",
                verbosity >= 2 ? Level.INFO : Level.OFF);
        // why it did not start, the bridge says in a line
        levels.put(
                "org.apache.camel.impl.engine.AbstractCamelContext",
                verbosity >= 2 ? Level.INFO : Level.OFF);
        levels.put("org.apache.camel.component.seda", verbosity >= 2 ? Level.INFO : Level.OFF);
        // what a client mode consumer says of every attempt, the link says once
        levels.put("io.netty", Level.WARNING);
        levels.put("org.apache.arrow", Level.WARNING);
        // it warns of every malformed request, so anybody could fill the log
        levels.put("org.eclipse.jetty", Level.SEVERE);
        levels.put("io.tcsstamp.camel.Intake", intake(verbosity));
        levels.put("io.tcsstamp.camel.PacketIntake", intake(verbosity));
        return levels;
    }

    private static Level intake(int verbosity) {
        if (verbosity >= 3) {
            return Level.ALL;
        }
        return verbosity >= 1 ? Level.FINE : Level.INFO;
    }

    private static Handler handler(String file) {
        if (file.isEmpty()) {
            return new ConsoleHandler();
        }
        try {
            Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
            return new FileHandler(file.replace("%", "%%") + ".%g", FILE_BYTES, FILES, true);
        } catch (IOException e) {
            throw new UsageException(
                    "log.file '" + file + "' cannot be written; may its folder be written to?");
        }
    }

    private static void level(String name, Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        KEPT.add(logger);
    }
}
