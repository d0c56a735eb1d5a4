package io.tcsstamp.definition.xtce.schema;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * A reader that notes where each tag of the XML text that passes through it begins. The JDK's StAX
 * reader only knows where a tag ends, and its character offsets drift in long documents; tags are
 * therefore matched with events by their order.
 *
 * <p>Follows well-formed XML; where a document is not, the parser fails before the order matters.
 * Not thread-safe.
 */
final class TagPositions extends Reader {
    private enum State {
        TEXT,
        OPENED,
        START_TAG,
        END_TAG,
        INSTRUCTION,
        BANG,
        COMMENT,
        CDATA
    }

    private final Reader text;
    private final long longestPiece;
    private State state = State.TEXT;
    private char quote;
    private char before;
    private char beforeThat;
    private int brackets;
    private int inside;
    private int line = 1;
    private int column = 1;
    private long tag;
    private long[] tags = new long[1024];
    private int first;
    private int size;
    private long sincePiece;
    private long wrong;

    /**
     * Creates the reader.
     *
     * @param longestPiece how many characters may pass between two calls of {@link #pieceEnds}
     */
    TagPositions(Reader text, long longestPiece) {
        this.text = text;
        this.longestPiece = longestPiece;
    }

    /** The place of the next tag in order; an empty element counts twice. */
    long nextTag() {
        if (size == 0) {
            return here();
        }
        long position = tags[first];
        first = (first + 1) % tags.length;
        size--;
        return position;
    }

    /** The place behind the last character read. */
    long here() {
        return position(line, column);
    }

    /** Where the first {@link XmlEncoding#WRONG} stands; 0 if there was none. */
    long wrong() {
        return wrong;
    }

    /** The parser got something out of what was read. */
    void pieceEnds() {
        sincePiece = 0;
    }

    static int line(long position) {
        return (int) (position >>> 32);
    }

    static int column(long position) {
        return (int) position;
    }

    private static long position(int line, int column) {
        return (long) line << 32 | column;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (sincePiece > longestPiece) {
            throw new IOException(
                    "a single tag, comment or instruction is longer than "
                            + longestPiece
                            + " characters");
        }
        int read = text.read(buffer, offset, length);
        for (int i = 0; i < read; i++) {
            see(buffer[offset + i]);
        }
        sincePiece += Math.max(read, 0);
        return read;
    }

    private void see(char c) {
        if (c == XmlEncoding.WRONG && wrong == 0) {
            wrong = here();
        }
        switch (state) {
            case TEXT -> {
                if (c == '<') {
                    tag = here();
                    state = State.OPENED;
                }
            }
            case OPENED -> opened(c);
            case START_TAG -> startTag(c);
            case END_TAG -> endsAt(c == '>');
            case INSTRUCTION -> endsAt(c == '>' && before == '?');
            case BANG -> bang(c);
            case COMMENT -> endsAt(++inside > 2 && c == '>' && before == '-' && beforeThat == '-');
            case CDATA -> endsAt(c == '>' && before == ']' && beforeThat == ']');
            default -> throw new IllegalStateException(state.name());
        }
        count(c);
    }

    private void opened(char c) {
        switch (c) {
            case '?' -> state = State.INSTRUCTION;
            case '!' -> {
                state = State.BANG;
                brackets = 0;
            }
            default -> {
                state = c == '/' ? State.END_TAG : State.START_TAG;
                quote = 0;
                add(tag);
            }
        }
    }

    private void startTag(char c) {
        if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            if (before == '/') {
                add(tag);
            }
            state = State.TEXT;
        }
    }

    private void bang(char c) {
        if (c == '-' && before == '-') {
            state = State.COMMENT;
            inside = 0; // a comment may begin with > or ->
        } else if (c == '[') {
            state = ++brackets == 2 ? State.CDATA : State.BANG;
        } else if (c == '>') {
            state = State.TEXT;
        }
    }

    private void endsAt(boolean end) {
        if (end) {
            state = State.TEXT;
        }
    }

    private void count(char c) {
        if (c == '\n' && before == '\r') {
            column = 1; // the line was counted at the \r
        } else if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
        beforeThat = before;
        before = c;
    }

    private void add(long position) {
        if (size == tags.length) {
            long[] larger = Arrays.copyOf(tags, tags.length * 2);
            // what lay before the first one belongs behind the old end
            System.arraycopy(tags, 0, larger, tags.length, first);
            tags = larger;
        }
        tags[(first + size) % tags.length] = position;
        size++;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
