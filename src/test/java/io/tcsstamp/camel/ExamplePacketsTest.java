package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.it.Readme;
import io.tcsstamp.workload.ExamplePackets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example of the documentation does what it says. */
@Timeout(30)
class ExamplePacketsTest extends CamelMainTestSupport {
    private static final Path EXAMPLE = Path.of("docs/example-packets.yaml").toAbsolutePath();

    @Override
    protected void configure(MainConfigurationProperties configuration) {
        configuration.withRoutesIncludePattern("file:" + EXAMPLE);
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        Properties properties = new Properties();
        properties.setProperty("tripped.destination", "mock:tripped");
        properties.setProperty(
                "camel.dataformat.packet.definitions", ExamplePackets.DEFINITION.toString());
        properties.setProperty("camel.dataformat.packet.time", "TIME");
        configuration.withUseOverridePropertiesWithPropertiesComponent(properties);
    }

    @Test
    void tells_of_the_packet_with_the_tripped_heater() throws Exception {
        MockEndpoint tripped = getMockEndpoint("mock:tripped");
        tripped.expectedBodiesReceived(
                "2026-11-21T06:41:29.250Z Housekeeping: 28.516320999999998 degC");

        template.sendBody("direct:packets", ExamplePackets.bytes());

        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void the_documentation_shows_this_route() throws IOException {
        String route = Files.readString(EXAMPLE).replaceAll("(?m)^ *#.*\n", "");

        assertThat(Readme.blocks(Path.of("docs/packets.md")))
                .filteredOn(block -> block.language().equals("yaml"))
                .extracting(Readme.Block::text)
                .containsExactly(route);
    }
}
