package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Camel itself offers can be had by its own properties, without or beside ours. */
@Timeout(60)
class CamelsOwnManagementTest {
    @TempDir Path home;

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private String metricsOf(int port, String... settings) throws Exception {
        String configuration =
                "camel.metrics.enabled = true\n"
                        + "camel.management.enabled = true\n"
                        + "camel.management.metricsEnabled = true\n"
                        + "camel.management.host = 127.0.0.1\n"
                        + ("camel.management.port = " + port + "\n");
        try (ManagementRig rig = new ManagementRig(home, configuration, settings)) {
            rig.tcs.send(block(entry("01", "a", "1")));
            rig.awaitLines(1);
            URI url = URI.create("http://127.0.0.1:" + port + "/observe/metrics");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void itsServerAlone() throws Exception {
        assertThat(metricsOf(freePort(), "metrics.enabled", "false"))
                .contains("camel_exchanges_total{", "tcsstamp_records_read_total{source=\"tcs\"}")
                .doesNotContain("tcsstamp_parameter{");
    }

    @Test
    void itsServerBesideOurs() throws Exception {
        assertThat(metricsOf(freePort())).contains("camel_exchanges_total{", "tcsstamp_parameter{");
    }
}
