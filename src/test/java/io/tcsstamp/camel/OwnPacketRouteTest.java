package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A user's own route gets packets one by one, of a file and of bytes, and makes lines of them. */
@Timeout(30)
class OwnPacketRouteTest extends CamelTestSupport {
    private static final String YAML =
            """
            - route:
                from:
                  uri: "file:%s?initialDelay=0&delay=100"
                  steps:
                    - to: direct:packets
            - route:
                from:
                  uri: direct:packets
                  steps:
                    - to: "dataformat:packet:unmarshal?definitions=%s"
                    - split:
                        simple: "${body}"
                        streaming: true
                        steps:
                          - filter:
                              simple: "${body.container} == 'HOUSEKEEPING' && ${body.values[TEMPERATURE]} > 40.0"
                              steps:
                                - marshal: {custom: {ref: stamp}}
                                - to: mock:hot
            """;

    @TempDir static Path folder;
    @TempDir static Path recordings;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        PluginHelper.getRoutesLoader(created)
                .loadRoutes(
                        ResourceHelper.fromString(
                                "mine.yaml",
                                YAML.formatted(recordings, PacketStreams.definition(folder))));
        return created;
    }

    private static byte[] packets() {
        return PacketStreams.all(
                PacketStreams.housekeeping(0, 0, 79, 1, 1),
                PacketStreams.housekeeping(1, 1, 90, 1, 1),
                PacketStreams.status(0, "hello"),
                PacketStreams.housekeeping(2, 2, 81, 0, 1));
    }

    private void assertHot() throws InterruptedException {
        MockEndpoint hot = getMockEndpoint("mock:hot");
        hot.expectedMessageCount(2);
        MockEndpoint.assertIsSatisfied(context);
        assertThat(hot.getReceivedExchanges())
                .extracting(exchange -> exchange.getMessage().getBody(String.class))
                .satisfiesExactly(
                        lines -> assertThat(lines).contains("\tTEMPERATURE\t0000\t45.0\n"),
                        lines -> assertThat(lines).contains("\tTEMPERATURE\t0000\t40.5\n"));
    }

    @Test
    void ofAFile() throws Exception {
        Files.write(recordings.resolve("morning.bin"), packets());
        assertHot();
    }

    @Test
    void ofBytes() throws Exception {
        template.sendBody("direct:packets", packets());
        assertHot();
    }
}
