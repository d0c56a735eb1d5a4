package io.tcsstamp.camel;

import static io.tcsstamp.telemetry.Batches.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Sample;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data formats are found by name from a user's own routes, in any of Camel's languages. */
@Timeout(30)
class DataFormatByNameTest extends CamelTestSupport {
    private static final String YAML =
            """
            - route:
                from:
                  uri: direct:yaml
                  steps:
                    - unmarshal: {custom: {ref: tcs}}
                    - split:
                        simple: "${body}"
                        steps:
                          - to: mock:samples
                          - marshal: {custom: {ref: stamp}}
                          - to: mock:lines
            """;
    private static final String XML =
            """
            <routes xmlns="http://camel.apache.org/schema/spring">
              <route>
                <from uri="direct:xml"/>
                <unmarshal><custom ref="tcs"/></unmarshal>
                <split>
                  <simple>${body}</simple>
                  <to uri="mock:samples"/>
                  <marshal><custom ref="stamp"/></marshal>
                  <to uri="mock:lines"/>
                </split>
              </route>
            </routes>
            """;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        PluginHelper.getRoutesLoader(created)
                .loadRoutes(
                        ResourceHelper.fromString("mine.yaml", YAML),
                        ResourceHelper.fromString("mine.xml", XML));
        return created;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:java")
                        .unmarshal()
                        .custom("tcs")
                        .split(body())
                        .to("mock:samples")
                        .marshal()
                        .custom("stamp")
                        .to("mock:lines");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml", "java"})
    void aRouteSplitsABlockIntoSamplesAndMarshalsEach(String language) throws Exception {
        MockEndpoint samples = getMockEndpoint("mock:samples");
        MockEndpoint lines = getMockEndpoint("mock:lines");
        samples.expectedMessageCount(2);
        lines.expectedBodiesReceived(
                Streams.lines(Streams.line("01", "a", "20 ºC")),
                Streams.lines(Streams.line("02", "b", "2 V")));

        template.sendBody(
                "direct:" + language,
                Streams.block(
                        Streams.entry("01.5", "a", "20 ºC"), Streams.entry("02", "b", "2 V")));

        MockEndpoint.assertIsSatisfied(context);
        assertThat(samples.getReceivedExchanges())
                .extracting(exchange -> exchange.getMessage().getBody(Sample.class))
                .containsExactly(at("01.5", "a", "20 ºC"), at("02", "b", "2 V"));
    }
}
