package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.tls.KeyStores;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console by HTTPS. */
class ConsoleTlsTest {
    @TempDir Path folder;

    @Test
    void pagesAndLoginsAreEncrypted() throws Exception {
        SSLContext tls = context();
        ConsoleOptions options =
                new ConsoleOptions(
                        "127.0.0.1",
                        0,
                        Set.of(),
                        TestConsole.users(folder),
                        folder.resolve("console"),
                        tls);
        try (Console console = Console.start(options)) {
            String origin = "https://localhost:" + console.port();
            assertThat(console.url()).startsWith("https://127.0.0.1:");
            HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
            HttpRequest login =
                    HttpRequest.newBuilder(URI.create(origin + "/hawtio/auth/login"))
                            .header("Origin", origin)
                            .POST(
                                    BodyPublishers.ofString(
                                            "{\"username\":\"adam\",\"password\":\""
                                                    + TestConsole.PASSWORD
                                                    + "\"}"))
                            .build();

            HttpResponse<String> response = client.send(login, BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("; Secure");
            assertThat(new TestConsole(console).raw("GET / HTTP/1.0\r\n\r\n"))
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    private SSLContext context() throws Exception {
        Path file = KeyStores.key(folder, "console", KeyStores.LOCAL);
        char[] password = KeyStores.PASSWORD.toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
