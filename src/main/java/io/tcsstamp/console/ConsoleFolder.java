package io.tcsstamp.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Where the pages of Hawtio and the library that answers them lie unpacked, for one console at a
 * time. They stay for the next start; those of another version go. Thread-safe.
 */
final class ConsoleFolder implements AutoCloseable {
    private static final String WAR = "/hawtio.war";
    private static final String PAGES = "pages";
    private static final String LIBRARY = "library";
    private static final String OWNER_ONLY = "rwx------";
    private static final String COMPLETE = "complete";

    /** Of the libraries in the archive only these run. */
    private static final List<String> LIBRARIES =
            List.of("WEB-INF/lib/jolokia-core-", "WEB-INF/lib/json-simple-");

    /** What the pages do not need when they are shown. */
    private static final Set<String> NOT_SHOWN = Set.of("map");

    private final Path content;
    private final FileChannel lock;

    private ConsoleFolder(Path content, FileChannel lock) {
        this.content = content;
        this.lock = lock;
    }

    /**
     * Takes a folder and unpacks what is not there yet.
     *
     * @throws ConsoleException if it is used by another console or cannot be written
     */
    static ConsoleFolder take(Path folder) throws ConsoleException {
        FileChannel lock = null;
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownerOnly(folder));
            }
            lock = lock(folder);
            Path real = folder.toRealPath();
            Path content = real.resolve("hawtio-" + version());
            clean(real, content);
            if (!isComplete(content)) {
                delete(content);
                unpack(content);
            }
            return new ConsoleFolder(content, lock);
        } catch (IOException e) {
            close(lock);
            throw new ConsoleException(
                    "console.folder "
                            + folder
                            + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + ": "
                            + e.getMessage()
                            + "); name one that this user may write to, with 30 MB free",
                    e);
        } catch (ConsoleException e) {
            close(lock);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException, ConsoleException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            close(channel);
            throw new ConsoleException(
                    "console.folder "
                            + folder
                            + " is used by another bridge; give each a folder of its own");
        }
        return channel;
    }

    /** Another name for another archive. */
    private static String version() throws IOException {
        URL war = ConsoleFolder.class.getResource(WAR);
        if (war == null) {
            throw new IOException("hawtio-embedded is not among the libraries");
        }
        URLConnection connection = war.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            Objects.requireNonNull(in);
            return connection instanceof JarURLConnection jar
                    ? Long.toHexString(jar.getJarEntry().getCrc())
                    : String.valueOf(connection.getContentLengthLong());
        }
    }

    private static void clean(Path folder, Path content) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others =
                    all.filter(path -> path.getFileName().toString().startsWith("hawtio-"))
                            .filter(path -> !path.equals(content))
                            .toList();
        }
        for (Path other : others) {
            delete(other);
        }
    }

    /** What anybody else could have put there is not run. */
    private static boolean isComplete(Path content) throws IOException {
        if (!Files.exists(content.resolve(COMPLETE))) {
            return false;
        }
        if (!isPosix(content)) {
            return true;
        }
        Path mine = Files.createTempFile(content.getParent(), "owner", "");
        try {
            return Files.getOwner(mine).equals(Files.getOwner(content))
                    && PosixFilePermissions.toString(Files.getPosixFilePermissions(content))
                            .equals(OWNER_ONLY);
        } finally {
            Files.delete(mine);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }

    private static void unpack(Path content) throws IOException {
        Files.createDirectory(content, ownerOnly(content));
        Files.createDirectory(content.resolve(LIBRARY));
        Path pages = Files.createDirectory(content.resolve(PAGES));
        try (InputStream war = ConsoleFolder.class.getResourceAsStream(WAR);
                ZipInputStream zip = new ZipInputStream(war)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                Path target = isLibrary(name) ? content.resolve(LIBRARY) : pages;
                Path file =
                        isLibrary(name)
                                ? target.resolve(name.substring(name.lastIndexOf('/') + 1))
                                : target.resolve(name).normalize();
                if (file.startsWith(target) && (isLibrary(name) || isPage(entry))) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
        Files.createFile(content.resolve(COMPLETE));
    }

    private static boolean isLibrary(String name) {
        return LIBRARIES.stream().anyMatch(name::startsWith);
    }

    private static boolean isPage(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && !name.startsWith("WEB-INF/")
                && !name.startsWith("META-INF/")
                && !name.equals("hawtconfig.json")
                && !NOT_SHOWN.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** The files of the pages. */
    Path pages() {
        return content.resolve(PAGES);
    }

    /** The jars of the library. */
    List<Path> library() throws IOException {
        try (Stream<Path> jars = Files.list(content.resolve(LIBRARY))) {
            return jars.sorted().toList();
        }
    }

    /** Writes the policy beside them. */
    Path policy(String text) throws IOException {
        return Files.writeString(content.resolve("jolokia-access.xml"), text);
    }

    @Override
    public void close() {
        close(lock);
    }

    private static void close(FileChannel lock) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path empty, IOException failure)
                            throws IOException {
                        Files.delete(empty);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
