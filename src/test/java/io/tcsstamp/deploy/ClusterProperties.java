package io.tcsstamp.deploy;

import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of the bridge in a cluster, and the defaults that they stand upon. Stateless. */
final class ClusterProperties {
    private static final Pattern COMMENTED_OUT = Pattern.compile("#([a-z.-]+) =(.*)");

    private ClusterProperties() {}

    /** Those of the base's config map, above the defaults. */
    static Map<String, String> read() throws IOException {
        Map<String, String> all = defaults();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file())) {
            properties.load(reader);
        }
        properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
        return all;
    }

    static Path file() {
        return Kustomization.base().folder().resolve("application.properties");
    }

    /** Those that the shipped file shows, commented out. */
    static Map<String, String> defaults() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        for (String line :
                Files.readAllLines(Folders.project().resolve("application.properties"))) {
            Matcher matcher = COMMENTED_OUT.matcher(line);
            if (matcher.matches()) {
                defaults.put(matcher.group(1), matcher.group(2).strip());
            }
        }
        return defaults;
    }
}
