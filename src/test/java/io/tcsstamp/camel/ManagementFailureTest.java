package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.LogLines;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A management port that cannot be had is told in one line, and the bridge goes on. */
@Timeout(60)
class ManagementFailureTest {
    @TempDir Path home;

    @Test
    void aPortInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            assertThat(goesOnWithout("management.port", port))
                    .startsWith("SEVERE no metrics and health: cannot listen on 127.0.0.1:" + port)
                    .contains("in use", "another bridge", "console.port", "The bridge goes on")
                    .doesNotContain("this machine");
        }
    }

    @Test
    void anAddressOfAnotherMachine() throws Exception {
        assertThat(goesOnWithout("management.host", "192.0.2.1", "management.port", "0"))
                .contains("192.0.2.1:", "management.host", "one of this machine");
    }

    private String goesOnWithout(String... settings) throws Exception {
        try (LogLines log = new LogLines(ManagementService.class);
                ManagementRig rig = new ManagementRig(home, "", settings)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !log.lines().isEmpty());
            rig.tcs.send(block(entry("01", "a", "1")));
            rig.awaitLines(1);
            assertThat(log.lines()).hasSize(1);
            return log.lines().get(0);
        }
    }
}
