package io.tcsstamp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.console.Role;
import io.tcsstamp.console.UsersFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UserCommandTest {
    @TempDir Path folder;
    private final InputStream stdin = System.in;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;

    @BeforeEach
    void noTerminal() {
        Assumptions.assumeFalse(Terminal.isStdin(), "the standard input is a terminal");
        file = folder.resolve("users");
    }

    @AfterEach
    void restore() {
        System.setIn(stdin);
    }

    @Test
    void a_new_account_is_a_viewer_and_keeps_its_role_with_another_password() throws IOException {
        assertThat(run("correct horse\n", "eve", "--file", file.toString())).isZero();
        assertThat(UsersFile.read(file).role("eve")).isEqualTo(Role.VIEWER);
        assertThat(out.toString()).contains("eve (viewer) may log in, by " + file);
        String before = Files.readString(file);

        run("correct horse\n", "eve", "--file", file.toString(), "--role", "admin");
        run("battery staple", "eve", "--file", file.toString());

        assertThat(UsersFile.read(file).role("eve")).isEqualTo(Role.ADMIN);
        assertThat(Files.readString(file)).isNotEqualTo(before).doesNotContain("staple");
        assertThat(out.toString() + err).doesNotContain("horse", "staple");
    }

    @Test
    void an_account_is_removed_and_the_others_stay() throws IOException {
        run("correct horse", "eve", "--file", file.toString());
        run("correct horse", "adam", "--file", file.toString());

        assertThat(run("", "eve", "--remove", "--file", file.toString())).isZero();

        assertThat(UsersFile.read(file).has("eve")).isFalse();
        assertThat(UsersFile.read(file).has("adam")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b --file F",
                "-- -x --file F",
                "adam --role boss --file F",
                "adam --role admin --remove --file F",
                "adam --remove --file F",
                "adam"
            })
    void what_is_said_wrong_is_told_and_nothing_is_written(String arguments) {
        String[] split = arguments.replace("F", file.toString()).split(" ");

        assertThat(run("correct horse\n", split)).isEqualTo(2);

        assertThat(err.toString()).hasLineCount(1).contains("Exception: ");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "short\n", "correct\thorse\n"})
    void a_password_that_is_none_is_refused(String typed) {
        assertThat(run(typed, "adam", "--file", file.toString())).isEqualTo(2);

        assertThat(err.toString()).startsWith("UsageException: ").contains("nothing was changed");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_password_may_not_be_endless() {
        assertThat(run("x".repeat(100_000), "adam", "--file", file.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("256 characters at most");
    }

    @Test
    void a_line_ends_where_any_system_ends_it() throws IOException {
        assertThat(PasswordInput.line(new StringReader("pässword\r\nnext")))
                .isEqualTo("pässword".toCharArray());
        assertThat(PasswordInput.line(new StringReader("a b "))).isEqualTo("a b ".toCharArray());
    }

    @Test
    void a_damaged_file_is_told_and_stays() throws IOException {
        Files.writeString(file, "nonsense");

        assertThat(run("correct horse", "adam", "--file", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(file + ":1: ");
        assertThat(Files.readString(file)).isEqualTo("nonsense");
    }

    private int run(String typed, String... arguments) {
        System.setIn(new ByteArrayInputStream(typed.getBytes(UTF_8)));
        CommandLine line =
                new CommandLine(new UserCommand())
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .setParameterExceptionHandler((wrong, args) -> told(wrong))
                        .setExecutionExceptionHandler((wrong, command, result) -> told(wrong));
        return line.execute(arguments);
    }

    private int told(Exception wrong) {
        err.append(wrong.getClass().getSimpleName() + ": " + wrong.getMessage() + "\n");
        return 2;
    }
}
