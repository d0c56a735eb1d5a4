package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.Test;

/** What steps of routes from a template are called. */
class RouteNamesTest {
    @Test
    void stepsThatCarryTheIdOfTheirRouteAreCalledByTheirIds() throws Exception {
        try (CamelContext context = started("{{id}}-send")) {
            assertThat(context.getProcessor("first-send")).isNotNull();
            assertThat(context.getProcessor("second-send")).isNotNull();
        }
    }

    @Test
    void stepsThatDoNotAreToldApartByCamel() throws Exception {
        try (CamelContext context = started("send")) {
            assertThat(context.getProcessor("send")).isNull();
            assertThat(context.getProcessor("route-1send")).isNotNull();
            assertThat(context.getProcessor("route-2send")).isNotNull();
        }
    }

    private static CamelContext started(String id) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
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
        ModelCamelContext model = context;
        model.addRouteFromTemplate("first", "template", Map.of("id", "first"));
        model.addRouteFromTemplate("second", "template", Map.of("id", "second"));
        context.start();
        return context;
    }
}
