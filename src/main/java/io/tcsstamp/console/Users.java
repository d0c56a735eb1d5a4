package io.tcsstamp.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts as their file is now: it is read again when it changes. Thread-safe. */
final class Users {
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long WAIT_SECONDS = 5;

    /** What a password for a name that nobody has is compared with, so that it takes as long. */
    private static final PasswordHash NOBODY =
            new PasswordHash(PasswordHash.ITERATIONS, new byte[16], new byte[32]);

    /** Hashing takes a core for some tenths of a second; the bridge needs the others. */
    private final Semaphore hashing = new Semaphore(1, true);

    private final Path file;
    private UsersFile users;
    private Object seen;
    private long looked;

    /**
     * Reads the file.
     *
     * @param file null for no accounts
     */
    Users(Path file) throws IOException {
        this.file = file;
        this.seen = file == null ? null : state();
        this.users = file == null ? UsersFile.NONE : UsersFile.read(file);
        this.looked = System.nanoTime();
    }

    /** The accounts, at most about a second old; none while the file cannot be read. */
    synchronized UsersFile now() {
        long now = System.nanoTime();
        if (file != null && now - looked > LOOK_NANOS) {
            looked = now;
            Object state = state();
            if (!state.equals(seen)) {
                seen = state;
                users = readAgain();
            }
        }
        return users;
    }

    /**
     * The account of a name and password.
     *
     * @return null where there is none
     * @throws IOException if too many ask at once
     */
    UsersFile.Account login(String name, char[] password) throws IOException {
        UsersFile.Account account = now().accounts().get(name);
        try {
            if (!hashing.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("too many logins at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopping", e);
        }
        try {
            PasswordHash expected = account == null ? NOBODY : account.password();
            return expected.matches(password) ? account : null;
        } finally {
            hashing.release();
        }
    }

    private UsersFile readAgain() {
        try {
            UsersFile fresh = UsersFile.read(file);
            LOG.info("console.users {}: read again, {} accounts", file, fresh.accounts().size());
            return fresh;
        } catch (IOException e) {
            LOG.warn("console.users: {}; nobody can log in until this is mended", e.getMessage());
            return UsersFile.NONE;
        }
    }

    /** Another object for another content, most likely. */
    private Object state() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }
}
