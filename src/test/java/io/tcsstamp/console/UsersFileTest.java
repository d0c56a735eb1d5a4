package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersFileTest {
    @TempDir Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("new/users");
        UsersFile.none().with("adam", Role.ADMIN, "correct horse".toCharArray()).write(file);

        UsersFile read = UsersFile.read(file);

        assertThat(read.has("adam")).isTrue();
        assertThat(read.role("adam")).isEqualTo(Role.ADMIN);
        PasswordHash hash = read.accounts().get("adam").password();
        assertThat(hash.matches("correct horse".toCharArray())).isTrue();
        assertThat(hash.matches("correct horsf".toCharArray())).isFalse();
        assertThat(hash.matches(new char[0])).isFalse();
        assertThat(Files.readString(file)).doesNotContain("correct").endsWith("\n");
        assertThat(hash.toString()).doesNotContain(hash.text().substring(20));
        assertThat(read.without("adam").has("adam")).isFalse();
    }

    @Test
    void theSamePasswordLooksDifferentEachTime() {
        char[] password = "correct horse".toCharArray();

        assertThat(PasswordHash.of(password).text()).isNotEqualTo(PasswordHash.of(password).text());
    }

    /** A vector that was made by Python's hashlib.pbkdf2_hmac('sha512', ...). */
    @Test
    void theHashIsThatOfOthers() {
        PasswordHash hash =
                PasswordHash.parse(
                        "pbkdf2-sha512:10000:MDEyMzQ1Njc4OWFiY2RlZg==:LA8CPhz/cxFrvsolbhMiEM19/NU5qi+FISaxjRfA9T4=");

        assertThat(hash.matches("pässword".toCharArray())).isTrue();
    }

    @Test
    void itIsReadableForItsOwnerOnlyAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("users");
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(UsersFile.isOpen(file)).isTrue();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        assertThat(UsersFile.isOpen(file)).as("a secret of a pod").isFalse();

        UsersFile.none().write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(UsersFile.isOpen(file)).isFalse();
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adam admin",
                "adam admin plain",
                "adam admin pbkdf2-sha512:1:MDEyMzQ1Njc4OWFiY2RlZg==:AAAA",
                "adam admin pbkdf2-sha512:99999999999:MDEyMzQ1Njc4OWFiY2RlZg==:AAAA",
                "adam admin pbkdf2-sha512:10000:!:!",
                "ad/am admin x",
                "-adam admin x",
            })
    void aLineThatIsDamagedIsToldByItsNumber(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("users"), "\n" + line);

        assertThatThrownBy(() -> UsersFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ":2: ");
    }

    @Test
    void anAccountStandsThereOnce() throws IOException {
        Path file = folder.resolve("users");
        UsersFile.none().with("adam", Role.ADMIN, "correct horse".toCharArray()).write(file);
        String text = Files.readString(file);
        Files.writeString(file, text + text);

        assertThatThrownBy(() -> UsersFile.read(file)).hasMessageContaining("twice");
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("users"), new byte[300 << 10]);
        Path other = Files.write(folder.resolve("other"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> UsersFile.read(file)).hasMessageContaining("too long");
        assertThatThrownBy(() -> UsersFile.read(other)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> UsersFile.read(folder))
                .hasMessage(folder + ": is a folder; name a file of accounts");
    }
}
