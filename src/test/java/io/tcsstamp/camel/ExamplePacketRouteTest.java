package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of the documentation for packets does what it says. */
@Timeout(30)
class ExamplePacketRouteTest extends CamelMainTestSupport {
    private static final Path EXAMPLE = Path.of("docs/example-packet-route.yaml").toAbsolutePath();

    @TempDir static Path folder;
    @TempDir static Path recordings;

    @Override
    protected void configure(MainConfigurationProperties configuration) {
        configuration.withRoutesIncludePattern("file:" + EXAMPLE);
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        Properties properties = new Properties();
        properties.setProperty("hot.from", "file:" + recordings + "?initialDelay=0&delay=100");
        properties.setProperty("hot.destination", "mock:hot");
        properties.setProperty(
                "camel.dataformat.packet.definitions", PacketStreams.definition(folder).toString());
        configuration.withUseOverridePropertiesWithPropertiesComponent(properties);
    }

    @Test
    void givesTheLinesOfHotPackets() throws Exception {
        MockEndpoint hot = getMockEndpoint("mock:hot");
        hot.expectedMessageCount(2);

        Files.write(
                recordings.resolve("morning.bin"),
                PacketStreams.all(
                        PacketStreams.housekeeping(0, 0, 79, 1, 1),
                        PacketStreams.housekeeping(1, 1, 90, 1, 1),
                        PacketStreams.status(0, "hello"),
                        PacketStreams.housekeeping(2, 2, 81, 0, 1)));

        MockEndpoint.assertIsSatisfied(context);
        assertThat(hot.getReceivedExchanges())
                .extracting(exchange -> exchange.getMessage().getBody(String.class))
                .satisfiesExactly(
                        lines -> assertThat(lines).contains("\tTEMPERATURE\t0000\t45.0\n"),
                        lines -> assertThat(lines).contains("\tTEMPERATURE\t0000\t40.5\n"));
    }
}
