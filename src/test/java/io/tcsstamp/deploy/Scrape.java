package io.tcsstamp.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of one scrape: names and labels. Immutable. */
record Scrape(List<Sample> samples) {
    /** What Prometheus adds to each sample. */
    static final Set<String> OF_THE_TARGET = Set.of("instance", "job");

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One line. */
    record Sample(String name, Map<String, String> labels) {}

    static Scrape of(String text) {
        List<Sample> samples = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (!line.startsWith("#") && matcher.matches()) {
                Map<String, String> labels = new TreeMap<>();
                Matcher label = LABEL.matcher(matcher.group(2) == null ? "" : matcher.group(2));
                while (label.find()) {
                    labels.put(label.group(1), label.group(2));
                }
                samples.add(new Sample(matcher.group(1), labels));
            }
        }
        return new Scrape(List.copyOf(samples));
    }

    /** True where a sample is what a selector asks for, as far as it says exactly what. */
    boolean has(Selector selector) {
        return selector.metric().equals("up")
                || samples.stream()
                        .filter(sample -> sample.name().equals(selector.metric()))
                        .anyMatch(sample -> fits(sample, selector));
    }

    private static boolean fits(Sample sample, Selector selector) {
        return selector.labels().entrySet().stream()
                .filter(label -> !OF_THE_TARGET.contains(label.getKey()))
                .allMatch(
                        label -> {
                            String value = sample.labels().get(label.getKey());
                            return value != null
                                    && (label.getValue().isEmpty()
                                            || label.getValue().equals(value));
                        });
    }

    /** The labels that a metric has. */
    Set<String> labels(String metric) {
        Set<String> labels = new TreeSet<>(OF_THE_TARGET);
        samples.stream()
                .filter(sample -> sample.name().equals(metric))
                .forEach(sample -> labels.addAll(sample.labels().keySet()));
        return labels;
    }

    /** The names of the program's own metrics. */
    Set<String> names(String prefix) {
        Set<String> names = new TreeSet<>();
        samples.stream().map(Sample::name).filter(n -> n.startsWith(prefix)).forEach(names::add);
        return names;
    }
}
