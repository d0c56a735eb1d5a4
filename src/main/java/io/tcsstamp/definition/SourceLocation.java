package io.tcsstamp.definition;

/**
 * A place in a definition file.
 *
 * <p>Immutable and thread-safe.
 *
 * @param source the file's name, or what stands for it
 * @param line from 1; 0 where it is not known
 * @param column from 1; 0 where it is not known
 */
public record SourceLocation(String source, int line, int column) {

    /** A place that is not known any better than by the name of its source. */
    public static SourceLocation of(String source) {
        return new SourceLocation(source, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
