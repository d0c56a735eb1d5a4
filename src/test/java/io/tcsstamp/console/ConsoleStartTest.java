package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, refusing to start, and stopping. */
class ConsoleStartTest {
    @TempDir Path folder;

    @Test
    void aStopLeavesNothingThatRuns() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> before = server.queryNames(null, null);
        Console console =
                Console.start(TestConsole.options("127.0.0.1", folder, TestConsole.users(folder)));
        int port = console.port();
        assertThat(console.url()).isEqualTo("http://127.0.0.1:" + port + "/hawtio");
        assertThat(console.isOperable()).isTrue();
        assertThat(new TestConsole(console).get("/hawtio/jolokia").statusCode()).isEqualTo(200);
        assertThat(threads()).allMatch(Thread::isDaemon).isNotEmpty();

        console.close();

        Awaitility.await().until(() -> threads().isEmpty());
        assertThat(server.queryNames(null, null)).isEqualTo(before);
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(again.isBound()).isTrue();
        }
        console.close();
    }

    @Test
    void theNextStartFindsWhatIsUnpacked() throws Exception {
        ConsoleOptions options = TestConsole.options("127.0.0.1", folder, null);
        Console.start(options).close();
        Path page;
        try (var all = Files.walk(options.folder())) {
            page = all.filter(path -> path.endsWith("pages/index.html")).findFirst().orElseThrow();
        }
        FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(page, old);
        Path other = Files.createDirectories(options.folder().resolve("hawtio-0ld/pages"));

        try (TestConsole console = new TestConsole(Console.start(options))) {
            assertThat(console.get("/hawtio/").statusCode()).isEqualTo(200);
        }

        assertThat(Files.getLastModifiedTime(page)).isEqualTo(old);
        assertThat(other).doesNotExist();
    }

    @Test
    void whatOthersMayWriteToIsUnpackedAnew() throws Exception {
        ConsoleOptions options = TestConsole.options("127.0.0.1", folder, null);
        Console.start(options).close();
        Path content;
        try (var all = Files.list(options.folder())) {
            content = all.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path planted = Files.createFile(content.resolve("library/planted.jar"));
        Files.setPosixFilePermissions(content, PosixFilePermissions.fromString("rwxrwxrwx"));

        Console.start(options).close();

        assertThat(planted).doesNotExist();
        assertThat(Files.getPosixFilePermissions(content)).hasSize(3);
        assertThat(Files.getPosixFilePermissions(options.folder())).hasSize(3);
    }

    @Test
    void aFolderBehindALinkServes() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        ConsoleOptions options = TestConsole.options("127.0.0.1", link, null);

        try (TestConsole console = new TestConsole(Console.start(options))) {
            assertThat(console.get("/hawtio/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void twoDoNotShareAFolder() throws Exception {
        ConsoleOptions options = TestConsole.options("127.0.0.1", folder, null);
        try (TestConsole first = new TestConsole(Console.start(options))) {
            assertThatThrownBy(() -> Console.start(options))
                    .isInstanceOf(ConsoleException.class)
                    .hasMessageContaining("is used by another bridge; give each a folder");
            assertThat(first.get("/hawtio/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPortInUseIsToldInALine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ConsoleOptions options =
                    new ConsoleOptions(
                            "127.0.0.1", other.getLocalPort(), Set.of(), null, folder, null);

            assertThatThrownBy(() -> Console.start(options))
                    .isInstanceOf(ConsoleException.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("in use by another program")
                    .message()
                    .doesNotContain("\n");
        }
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-host.invalid", "192.0.2.1"})
    void aHostThatIsNotOursIsToldInALine(String host) throws IOException {
        ConsoleOptions options = TestConsole.options(host, folder, TestConsole.users(folder));

        assertThatThrownBy(() -> Console.start(options))
                .isInstanceOf(ConsoleException.class)
                .hasMessageContaining(host)
                .hasMessageContaining("of this machine");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInALine() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        ConsoleOptions options =
                new ConsoleOptions("127.0.0.1", 0, Set.of(), null, file.resolve("console"), null);

        assertThatThrownBy(() -> Console.start(options))
                .isInstanceOf(ConsoleException.class)
                .hasMessageContaining("console.folder " + file)
                .hasMessageContaining("cannot be written");
        assertThat(threads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam admin secret", "adam boss pbkdf2-sha512:1:2:3", "adam", "\u0000"})
    void aBadFileOfAccountsIsToldByItsLine(String line) throws IOException {
        Path users = Files.writeString(folder.resolve("users"), "# accounts\n\n" + line + "\n");

        assertThatThrownBy(() -> Console.start(TestConsole.options("127.0.0.1", folder, users)))
                .isInstanceOf(ConsoleException.class)
                .hasMessageStartingWith("console.users: " + users + ":3: ")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void aFileOfAccountsThatIsNotThereIsToldWithItsCommand() {
        ConsoleOptions options =
                TestConsole.options("127.0.0.1", folder, folder.resolve("no-such-file"));

        assertThatThrownBy(() -> Console.start(options))
                .isInstanceOf(ConsoleException.class)
                .hasMessageContaining("no such file; make it by: tcs-stamp user");
    }

    @Test
    void otherMachinesAreServedOnlyWithAccounts() throws Exception {
        Path empty = folder.resolve("empty");
        UsersFile.none().write(empty);

        for (Path users : new Path[] {null, empty}) {
            assertThatThrownBy(() -> Console.start(TestConsole.options("0.0.0.0", folder, users)))
                    .isInstanceOf(ConsoleException.class)
                    .hasMessageContaining("console.users must name a file with an account");
        }
    }

    @Test
    void otherMachinesMustLogIn() throws Exception {
        ConsoleOptions options = TestConsole.options("0.0.0.0", folder, TestConsole.users(folder));
        try (TestConsole console = new TestConsole(Console.start(options))) {
            String read = "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\"}";

            assertThat(console.get("/hawtio/jolokia").statusCode()).isEqualTo(403);
            assertThat(console.post("/hawtio/jolokia", read, null).statusCode()).isEqualTo(403);
            assertThat(console.get("/hawtio/user").statusCode()).isEqualTo(401);
            assertThat(console.get("/hawtio/").statusCode()).isEqualTo(200);
            String viewer = console.cookie(TestConsole.VIEWER);
            assertThat(console.ask(read, viewer).get("status")).isEqualTo(200);
            assertThat(console.raw("GET /hawtio/ HTTP/1.0\r\nHost: evil.example.org\r\n\r\n"))
                    .contains(" 403 ");
            assertThat(console.raw("GET /hawtio/user HTTP/1.0\r\nHost: 10.1.2.3:80\r\n\r\n"))
                    .contains(" 401 ");
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("tcs-stamp console"))
                .collect(Collectors.toSet());
    }
}
