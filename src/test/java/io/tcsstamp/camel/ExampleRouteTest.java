package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

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
class ExampleRouteTest extends CamelMainTestSupport {
    private static final Path EXAMPLE = Path.of("docs/example-route.yaml").toAbsolutePath();

    @Override
    protected void configure(MainConfigurationProperties configuration) {
        configuration.withRoutesIncludePattern("file:" + EXAMPLE);
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        Properties properties = new Properties();
        properties.setProperty("heater.destination", "mock:heaters");
        properties.setProperty("camel.dataformat.tcs.units", "definitions/tcs-units.properties");
        configuration.withUseOverridePropertiesWithPropertiesComponent(properties);
    }

    @Test
    void givesTheLinesOfTheHeaterVoltages() throws InterruptedException {
        MockEndpoint heaters = getMockEndpoint("mock:heaters");
        heaters.expectedBodiesReceived(
                Streams.lines(Streams.line("01", "ch1_vout", "24.1")),
                Streams.lines(Streams.line("03", "ch2_vout", "23.9")));

        template.sendBody(
                "direct:blocks",
                Streams.block(
                        Streams.entry("01", "ch1_vout", "24.1 V [33.9 Vpk]"),
                        Streams.entry("02", "ambient_rtd", "20 ºC"),
                        "garbage",
                        Streams.entry("03", "ch2_vout", "23.9 V [33.7 Vpk]")));

        MockEndpoint.assertIsSatisfied(context);
        assertThat(context.getRoute("heater-voltages")).isNotNull();
    }
}
