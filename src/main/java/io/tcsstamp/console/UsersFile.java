package io.tcsstamp.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The accounts of a console by their names, a line each: {@code name role hash}. Immutable.
 *
 * @param accounts by name
 */
public record UsersFile(Map<String, Account> accounts) {
    /** Who somebody is and may be. */
    record Account(Role role, PasswordHash password) {}

    static final UsersFile NONE = new UsersFile(Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final int MOST_BYTES = 256 << 10;

    /** Its group may read it: that is how a cluster gives a secret to a pod. */
    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private static final String HEAD =
            "# Who may log in to the console: name, role, hash of the password."
                    + " Made by: tcs-stamp user NAME\n";

    /** Keeps a copy. */
    public UsersFile {
        accounts = Map.copyOf(accounts);
    }

    /** No account at all. */
    public static UsersFile none() {
        return NONE;
    }

    /** True for letters, digits and {@code . _ @ -}, 64 at most. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or holds something else; the message says where
     */
    public static UsersFile read(Path file) throws IOException {
        String text;
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder; name a file of accounts");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(file + ": too long for a file of accounts");
            }
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(
                    file + ": no such file; make it by: tcs-stamp user NAME --role admin");
        } catch (AccessDeniedException e) {
            throw new IOException(file + ": may not be read; whose is it, and who may read it?", e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": not text in UTF-8", e);
        }
        Map<String, Account> accounts = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String entry = line.strip();
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            String[] fields = entry.split("\\s+", -1);
            if (accounts.put(fields[0], account(file + ":" + number, fields)) != null) {
                throw new IOException(file + ":" + number + ": this name stands there twice");
            }
        }
        return new UsersFile(accounts);
    }

    private static Account account(String where, String[] fields) throws IOException {
        if (fields.length != 3 || !isName(fields[0])) {
            throw new IOException(where + ": not of the form: name role hash");
        }
        Role role = Role.of(fields[1]);
        if (role == null) {
            throw new IOException(where + ": the role is neither viewer nor admin");
        }
        try {
            return new Account(role, PasswordHash.parse(fields[2]));
        } catch (IllegalArgumentException e) {
            throw new IOException(where + ": the hash is damaged; make it anew: tcs-stamp user", e);
        }
    }

    /** True where others may read it, or others or its group change it, as far as that is known. */
    static boolean isOpen(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** One more account, or another password and role for one. */
    public UsersFile with(String name, Role role, char[] password) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        Map<String, Account> changed = new TreeMap<>(accounts);
        changed.put(name, new Account(role, PasswordHash.of(password)));
        return new UsersFile(changed);
    }

    /** Without an account. */
    public UsersFile without(String name) {
        Map<String, Account> changed = new TreeMap<>(accounts);
        changed.remove(name);
        return new UsersFile(changed);
    }

    /** True where there is an account of that name. */
    public boolean has(String name) {
        return accounts.containsKey(name);
    }

    /** What somebody may do who {@linkplain #has has} an account. */
    public Role role(String name) {
        return accounts.get(name).role();
    }

    /** True where somebody may run operations. */
    boolean hasAdmin() {
        return accounts.values().stream().anyMatch(account -> account.role() == Role.ADMIN);
    }

    /** Writes it as a whole or not at all, readable for its owner only. */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".users", ".tmp", ownerOnly(folder));
        try {
            Files.writeString(fresh, text(), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder(HEAD);
        new TreeMap<>(accounts)
                .forEach(
                        (name, account) ->
                                text.append(name)
                                        .append(' ')
                                        .append(account.role().text())
                                        .append(' ')
                                        .append(account.password().text())
                                        .append('\n'));
        return text.toString();
    }
}
