package io.tcsstamp.decode;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Parameters that are asked for: names and patterns in which {@code *} stands for any characters.
 *
 * <p>Immutable and thread-safe.
 */
public final class NamePatterns implements Predicate<String> {
    private final List<String> texts;
    private final List<Pattern> patterns;

    private NamePatterns(List<String> texts) {
        this.texts = texts;
        this.patterns = texts.stream().map(NamePatterns::pattern).toList();
    }

    /** Of names and patterns with commas or white space between them; none means every name. */
    public static NamePatterns of(String text) {
        return new NamePatterns(
                Arrays.stream(text.strip().split("[,\\s]+")).filter(t -> !t.isEmpty()).toList());
    }

    private static Pattern pattern(String text) {
        String[] parts = text.split("\\*+", -1);
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            regex.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** True where nothing was said, so that all is meant. */
    public boolean isAll() {
        return texts.isEmpty();
    }

    @Override
    public boolean test(String name) {
        return isAll() || patterns.stream().anyMatch(p -> p.matcher(name).matches());
    }

    /** The names and patterns that mean none of the names. */
    public List<String> without(Iterable<String> names) {
        return patterns.stream()
                .filter(
                        pattern -> {
                            for (String name : names) {
                                if (pattern.matcher(name).matches()) {
                                    return false;
                                }
                            }
                            return true;
                        })
                .map(pattern -> texts.get(patterns.indexOf(pattern)))
                .toList();
    }
}
