package io.tcsstamp.decode;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a decoder is made.
 *
 * <p>Immutable and thread-safe where the predicate is.
 *
 * @param root the name of the container that every packet starts with; absent: the one named {@code
 *     CCSDSPacket}, else the only one without a base that others inherit from, else the only one
 * @param selected by the name of a parameter: whether it is asked for. What is not asked for is not
 *     decoded, unless others depend on it
 */
public record DecoderOptions(Optional<String> root, Predicate<String> selected) {
    /** Everything, from the default root. */
    public static final DecoderOptions ALL = new DecoderOptions(Optional.empty(), name -> true);

    /** Creates options. */
    public DecoderOptions {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(selected, "selected");
    }

    /** The same with another root. */
    public DecoderOptions withRoot(String name) {
        return new DecoderOptions(Optional.of(name), selected);
    }

    /** The same with other parameters. */
    public DecoderOptions withSelected(Predicate<String> names) {
        return new DecoderOptions(root, names);
    }
}
