package io.tcsstamp.cli;

import io.tcsstamp.camel.BridgeSettings;
import io.tcsstamp.camel.SpoolSettings;
import io.tcsstamp.camel.SpoolSettings.Destination;
import io.tcsstamp.spool.SpoolInspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The spools that the settings name, and the files that are there. Immutable.
 *
 * @param path the folder
 * @param enabled false where the bridge keeps nothing on disk
 * @param destinations what the settings send to
 * @param files the spools' files by name; empty where the folder is missing
 */
record SpoolFolder(Path path, boolean enabled, List<Destination> destinations, List<Path> files) {

    /** Reads the settings as the bridge does. */
    static SpoolFolder find(BridgeSettings settings) throws IOException {
        Path path = settings.path("spool.folder");
        List<Path> files = Files.isDirectory(path) ? SpoolInspection.files(path) : List.of();
        return new SpoolFolder(
                path, settings.is("spool.enabled"), SpoolSettings.destinations(settings), files);
    }

    /** Whose lines a file holds, such as {@code stamp 10.0.0.9:4444}; empty where nobody's. */
    String owner(Path file) {
        return destinations.stream()
                .filter(destination -> destination.file().equals(file))
                .map(destination -> destination.id() + " " + destination.endpoint())
                .findFirst()
                .orElse("");
    }

    /** The one file of a destination whose endpoint was given to the bridge by an option. */
    private Path only(String name) {
        List<Path> found =
                files.stream()
                        .filter(file -> file.getFileName().toString().matches(name + "-.*[.]db"))
                        .toList();
        if (!name.matches("[a-z]+") || found.size() != 1) {
            throw new UsageException("no spool '" + name + "': " + known());
        }
        return found.get(0);
    }

    /** A file by its name, with or without {@code .db}, or by the id of its destination. */
    Path file(String name) {
        for (Path file : files) {
            String known = file.getFileName().toString();
            if (known.equals(name) || known.equals(name + ".db")) {
                return file;
            }
        }
        return destinations.stream()
                .filter(destination -> destination.id().equals(name))
                .map(Destination::file)
                .filter(files::contains)
                .findFirst()
                .orElseGet(() -> only(name));
    }

    private String known() {
        if (files.isEmpty()) {
            return "there is none in " + path + " (spool.folder)";
        }
        return "there is "
                + files.stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", "))
                + " in "
                + path;
    }
}
