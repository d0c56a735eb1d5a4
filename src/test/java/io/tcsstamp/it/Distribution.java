package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The archives that {@code mvn package} makes, and how a user unpacks them. */
enum Distribution {
    TAR_GZ(".tar.gz") {
        @Override
        void extract(Path archive, Path folder) throws IOException, InterruptedException {
            Process tar =
                    new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString())
                            .redirectErrorStream(true)
                            .start();
            Output output = new Output("tar", tar.getInputStream());
            boolean ended = tar.waitFor(60, TimeUnit.SECONDS);
            tar.destroyForcibly();
            assertThat(ended && tar.exitValue() == 0).as("tar: %s", output.text()).isTrue();
        }
    },
    ZIP(".zip") {
        @Override
        void extract(Path archive, Path folder) throws IOException {
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                Enumeration<? extends ZipEntry> entries = zip.entries();
                while (entries.hasMoreElements()) {
                    extract(zip, entries.nextElement(), folder);
                }
            }
        }

        private void extract(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
            Path target = folder.resolve(entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                return;
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, target);
            }
        }
    };

    private final String suffix;

    Distribution(String suffix) {
        this.suffix = suffix;
    }

    abstract void extract(Path archive, Path folder) throws IOException, InterruptedException;

    /** Unpacks the archive into {@code folder} and returns the program's folder in it. */
    Path unpack(Path folder) throws IOException, InterruptedException {
        Path target = Folders.project().resolve("target");
        List<Path> archives =
                list(target).stream()
                        .filter(p -> p.getFileName().toString().matches("tcs-stamp-.*" + suffix))
                        .toList();
        assertThat(archives).as("%s archives in %s", suffix, target).hasSize(1);
        Files.createDirectories(folder);
        extract(archives.get(0), folder);
        assertThat(list(folder)).as("top level of the archive").hasSize(1);
        return list(folder).get(0);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
