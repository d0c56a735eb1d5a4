package io.tcsstamp.fault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A small file system in memory, which is soon full. */
final class Tmpfs implements Closeable {
    private final Path folder;

    private Tmpfs(Path folder) {
        this.folder = folder;
    }

    /** Mounts one at a folder; the test is skipped where that is not allowed. */
    static Tmpfs mount(Path folder, int bytes) throws Exception {
        Files.createDirectories(folder);
        String[] mount = {"mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", "" + folder};
        Assumptions.assumeTrue(run(mount), "needs to be allowed to mount a tmpfs");
        return new Tmpfs(folder);
    }

    /** Makes it larger while it is used. */
    void resize(int bytes) throws Exception {
        if (!run("mount", "-o", "remount,size=" + bytes, folder.toString())) {
            throw new IOException("cannot resize the tmpfs at " + folder);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            // also where a process that is ending still has a file in it
            run("umount", "-l", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // there is no such command
            return false;
        }
    }
}
