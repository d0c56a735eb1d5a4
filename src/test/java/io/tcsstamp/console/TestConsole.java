package io.tcsstamp.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A console that runs, and what asks it as a browser or a script would. */
final class TestConsole implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final String VIEWER = "eve";
    static final String ADMIN = "adam";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Console console;

    TestConsole(Console console) {
        this.console = console;
    }

    /** At 127.0.0.1, with an account for each role. */
    static TestConsole start(Path folder) throws IOException, ConsoleException {
        return new TestConsole(Console.start(options("127.0.0.1", folder, users(folder))));
    }

    static Path users(Path folder) throws IOException {
        Path file = folder.resolve("users");
        UsersFile.none()
                .with(VIEWER, Role.VIEWER, PASSWORD.toCharArray())
                .with(ADMIN, Role.ADMIN, PASSWORD.toCharArray())
                .write(file);
        return file;
    }

    static ConsoleOptions options(String host, Path folder, Path users) {
        return new ConsoleOptions(host, 0, Set.of(), users, folder.resolve("console"), null);
    }

    int port() {
        return console.port();
    }

    String url() {
        return console.url();
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    /** By GET, with headers by name and value. */
    HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** By POST from the console's own page; a cookie may be null. */
    HttpResponse<String> post(String path, String body, String cookie)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin() + path))
                        .header("Content-Type", "application/json")
                        .header("Origin", origin())
                        .POST(BodyPublishers.ofString(body));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** What Jolokia answers to one request of a body. */
    Map<?, ?> ask(String body, String cookie) throws IOException, InterruptedException {
        HttpResponse<String> response = post("/hawtio/jolokia", body, cookie);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return (Map<?, ?>) json(response.body());
    }

    /** What Jolokia answers to several. */
    List<?> askAll(String body, String cookie) throws IOException, InterruptedException {
        return (List<?>) json(post("/hawtio/jolokia", body, cookie).body());
    }

    static Object json(String text) throws IOException {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> login(String name, String password)
            throws IOException, InterruptedException {
        String body =
                new String(
                        Json.write(Map.of("username", name, "password", password)),
                        StandardCharsets.UTF_8);
        return post("/hawtio/auth/login", body, null);
    }

    /** The cookie after a login. */
    String cookie(String name) throws IOException, InterruptedException {
        HttpResponse<String> response = login(name, PASSWORD);
        return response.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new AssertionError(response.body()))
                .split(";")[0];
    }

    /** What comes back for these bytes, as ISO 8859-1; the other end must close. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        console.close();
    }
}
