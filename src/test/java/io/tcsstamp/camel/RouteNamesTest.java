package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What steps of routes from a template are called. */
class RouteNamesTest {
    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void stepsThatCarryTheIdOfTheirRouteAreCalledByTheirIds() throws Exception {
        start("{{id}}-send");

        assertThat(context.getProcessor("first-send")).isNotNull();
        assertThat(context.getProcessor("second-send")).isNotNull();
    }

    @Test
    void stepsThatDoNotAreToldApartByCamel() throws Exception {
        start("send");

        assertThat(context.getProcessor("send")).isNull();
        assertThat(context.getProcessor(prefix("first") + "send")).isNotNull();
        assertThat(context.getProcessor(prefix("second") + "send")).isNotNull();
        assertThat(prefix("first")).isNotEqualTo(prefix("second"));
    }

    /** What Camel puts before the ids of a route's steps; it counts on over all contexts. */
    private String prefix(String route) {
        return context.getRouteDefinition(route).getNodePrefixId();
    }

    private void start(String id) throws Exception {
        RouteNames.install(context);
        context.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        routeTemplate("template")
                                .templateParameter("id")
                                .from("direct:{{id}}")
                                .onException(Exception.class)
                                .to("mock:error")
                                .id("errors-error")
                                .end()
                                .to("mock:out")
                                .id(id);
                    }
                });
        context.addRouteFromTemplate("first", "template", Map.of("id", "first"));
        context.addRouteFromTemplate("second", "template", Map.of("id", "second"));
        context.start();
    }
}
