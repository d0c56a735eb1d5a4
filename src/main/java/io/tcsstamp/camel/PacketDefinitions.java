package io.tcsstamp.camel;

import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.xtce.XtceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads packet definitions and makes decoders of them. Immutable and thread-safe.
 *
 * @param path a file, or a folder whose files named {@code *.xml} and {@code *.xtce} are read
 * @param root the container that every packet starts with; absent for the default
 * @param names the parameters that the source names
 */
record PacketDefinitions(Path path, Optional<String> root, PacketNames names) {
    private static final Logger LOG = LoggerFactory.getLogger(PacketDefinitions.class);

    /** Each file is a definition, so more of them are most likely something else. */
    private static final int MOST_FILES = 100;

    /** The files, in the order in which they are tried. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            List<Path> files = all.filter(PacketDefinitions::isDefinition).sorted().toList();
            if (files.isEmpty() || files.size() > MOST_FILES) {
                throw new IOException(
                        "the folder "
                                + path
                                + " holds "
                                + files.size()
                                + " files named *.xml or *.xtce; it must be 1 to "
                                + MOST_FILES);
            }
            return files;
        }
    }

    private static boolean isDefinition(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".xtce");
    }

    /**
     * Reads and compiles.
     *
     * @throws DefinitionException if a file is wrong, with all that is wrong in it
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if there is no such root container, or nothing to read the
     *     time from
     */
    PacketDecoderSet load() throws IOException, DefinitionException {
        List<Definition> definitions = new ArrayList<>();
        for (Path file : files()) {
            definitions.add(XtceReader.read(file));
        }
        names.check(definitions);
        List<PacketDecoder> decoders = new ArrayList<>();
        for (Definition definition : definitions) {
            decoders.add(decoder(definition));
        }
        return new PacketDecoderSet(decoders);
    }

    private PacketDecoder decoder(Definition definition) throws DefinitionException {
        DecoderOptions options = new DecoderOptions(root, names::isWanted);
        try {
            return PacketDecoders.compiled(definition, options);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    names.where("root-container")
                            + ": "
                            + definition.source()
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** What tells a file from the same file written again. */
    Map<Path, List<Object>> state() {
        Map<Path, List<Object>> found = new TreeMap<>();
        try {
            for (Path file : files()) {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class);
                found.put(
                        file,
                        List.of(
                                attributes.size(),
                                attributes.lastModifiedTime(),
                                String.valueOf(attributes.fileKey())));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("cannot look at {}", path, e);
            found.put(path, List.of(e.toString()));
        }
        return found;
    }
}
