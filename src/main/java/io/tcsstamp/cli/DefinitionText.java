package io.tcsstamp.cli;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.definition.xtce.XtceValidation;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The document of a definition: a file, or standard input, which is kept in memory. */
final class DefinitionText {
    private static final String STDIN = "-";
    private static final int MOST_BYTES = 64 << 20;

    private final Path file;
    private byte[] stdin;

    /**
     * Looks at it.
     *
     * @param name a file, or {@code -} for standard input
     * @throws UsageException if there is no such file, or it cannot be read
     */
    DefinitionText(String name) {
        file = name.equals(STDIN) ? null : PacketInput.file("the definition", name);
    }

    /** What to call it in messages. */
    String title() {
        return file == null ? "standard input" : file.toString();
    }

    /** All that is wrong with it. */
    List<Problem> check(XtceValidation validation) throws IOException {
        return file == null
                ? validation.check(new ByteArrayInputStream(stdin()), title())
                : validation.check(file);
    }

    /**
     * Reads the definition.
     *
     * @throws DefinitionException if it cannot be used
     */
    Definition read(Consumer<Problem> warnings) throws IOException, DefinitionException {
        return file == null
                ? XtceReader.read(new ByteArrayInputStream(stdin()), title(), warnings)
                : XtceReader.read(file, warnings);
    }

    private byte[] stdin() throws IOException {
        if (stdin == null) {
            byte[] bytes = new FileInputStream(FileDescriptor.in).readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(
                        "standard input is longer than " + (MOST_BYTES >> 20) + " MiB; use a file");
            }
            stdin = bytes;
        }
        return stdin;
    }
}
