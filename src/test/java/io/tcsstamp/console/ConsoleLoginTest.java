package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in and out; a console for each test, since failures are counted. */
class ConsoleLoginTest {
    private static final String GC =
            "{\"type\":\"exec\",\"mbean\":\"java.lang:type=Memory\",\"operation\":\"gc\"}";

    private static final Logger LOGGER = Logger.getLogger("io.tcsstamp.console");

    @TempDir static Path folder;
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler log =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    logged.add(new SimpleFormatter().formatMessage(entry));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    private TestConsole console;

    @BeforeEach
    void start() throws Exception {
        LOGGER.addHandler(log);
        console = TestConsole.start(folder);
    }

    @AfterEach
    void stop() {
        console.close();
        LOGGER.removeHandler(log);
    }

    @Test
    void theRightPasswordBeginsASessionAndALogoutEndsIt() throws Exception {
        HttpResponse<String> login = console.login(TestConsole.ADMIN, TestConsole.PASSWORD);

        assertThat(login.statusCode()).isEqualTo(200);
        String set = login.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("; HttpOnly", "; SameSite=Strict", "; Path=/hawtio");
        String cookie = set.split(";")[0];
        assertThat(cookie).startsWith("tcs-stamp-" + console.port() + "=");
        assertThat(console.get("/hawtio/user", "Cookie", cookie).body()).isEqualTo("\"adam\"");
        assertThat(console.ask(GC, cookie).get("status")).isEqualTo(200);

        HttpResponse<String> logout = console.get("/hawtio/auth/logout", "Cookie", cookie);

        assertThat(logout.statusCode()).isEqualTo(302);
        assertThat(logout.headers().firstValue("Location")).contains("/hawtio/login");
        assertThat(logout.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(console.ask(GC, cookie).get("status")).isEqualTo(403);
        assertThat(logged)
                .anyMatch(line -> line.contains("adam (admin) has logged in from 127.0.0.1"))
                .anyMatch(line -> line.contains("adam asks: exec java.lang:type=Memory gc"))
                .anyMatch(line -> line.contains("adam has logged out"))
                .noneMatch(line -> line.contains(TestConsole.PASSWORD));
    }

    @Test
    void aLoginGivesAnotherSessionEachTime() throws Exception {
        assertThat(console.cookie(TestConsole.VIEWER))
                .isNotEqualTo(console.cookie(TestConsole.VIEWER));
    }

    @Test
    void wrongPasswordsAndUnknownNamesLookTheSame() throws Exception {
        HttpResponse<String> wrong = console.login(TestConsole.ADMIN, "Tr0ub4dor&3");
        HttpResponse<String> unknown = console.login("Tr0ub4dor&3", "Tr0ub4dor&3");
        HttpResponse<String> empty = console.login("", "");

        assertThat(List.of(wrong.statusCode(), unknown.statusCode(), empty.statusCode()))
                .containsOnly(403);
        assertThat(wrong.body()).isEqualTo(unknown.body()).isEqualTo(empty.body());
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(logged)
                .anyMatch(line -> line.contains("login failed: user adam, from 127.0.0.1"))
                .anyMatch(line -> line.contains("login failed: a name that nobody has"))
                .noneMatch(line -> line.contains("Tr0ub4dor"));
    }

    @Test
    void whoGuessesMustWait() throws Exception {
        for (int i = 0; i < LoginThrottle.FREE; i++) {
            assertThat(console.login(TestConsole.ADMIN, "guess " + i).statusCode()).isEqualTo(403);
        }

        HttpResponse<String> right = console.login(TestConsole.ADMIN, TestConsole.PASSWORD);

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, LoginThrottle.FIRST_WAIT_SECONDS + 1);
        assertThat(right.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void onThePageWithTheLoginNobodyIsLoggedIn() throws Exception {
        String page = console.origin() + "/hawtio/login";

        assertThat(console.get("/hawtio/user").body()).isEqualTo("\"not logged in\"");
        assertThat(console.get("/hawtio/user", "Referer", page).statusCode()).isEqualTo(401);
        String cookie = console.cookie(TestConsole.VIEWER);
        assertThat(console.get("/hawtio/user", "Referer", page, "Cookie", cookie).body())
                .isEqualTo("\"eve\"");
    }

    @Test
    void aLoginIsSentAsSmallJsonFromItsOwnPage() throws Exception {
        assertThat(console.get("/hawtio/auth/login").statusCode()).isEqualTo(405);
        assertThat(console.post("/hawtio/auth/login", "{", null).statusCode()).isEqualTo(400);
        assertThat(console.post("/hawtio/auth/login", "[]", null).statusCode()).isEqualTo(403);
        assertThat(console.post("/hawtio/auth/login", " ".repeat(10_000), null).statusCode())
                .isEqualTo(413);
        String answer =
                console.raw(
                        "POST /hawtio/auth/login HTTP/1.1\r\nHost: localhost\r\nOrigin:"
                                + " http://evil.example.org\r\nContent-Length: 2\r\nConnection:"
                                + " close\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("another site");
    }

    @Test
    void whatHappensToAnAccountHappensToItsSessions() throws Exception {
        Path file = folder.resolve("users");
        String cookie = console.cookie(TestConsole.ADMIN);
        String viewer = console.cookie(TestConsole.VIEWER);

        UsersFile.read(file).without(TestConsole.ADMIN).write(file);

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(console.ask(GC, cookie).get("status")).isEqualTo(403));
        Files.writeString(file, "nonsense");
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(console.get("/hawtio/user", "Cookie", viewer).body())
                                        .isEqualTo("\"not logged in\""));
        assertThat(logged).anyMatch(line -> line.contains("nobody can log in until"));
        assertThat(console.login(TestConsole.VIEWER, TestConsole.PASSWORD).statusCode())
                .isEqualTo(403);
    }
}
