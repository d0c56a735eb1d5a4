package io.tcsstamp.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.management.DefaultManagementObjectStrategy;
import org.apache.camel.management.mbean.ManagedCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;

/** Lets consoles and metrics call the steps of routes by the ids that stand in the route files. */
final class RouteNames {
    private RouteNames() {}

    /** To be called before routes are made. */
    static void install(CamelContext context) {
        context.getCamelContextExtension()
                .getContextPlugin(Model.class)
                .addModelLifecycleStrategy(new OwnIds());
    }

    /** Draws them in the console; to be called before the context is started. */
    static void installConsole(CamelContext context) {
        context.getManagementStrategy().setManagementObjectStrategy(new Objects());
    }

    /**
     * Camel puts {@code route-1} before the ids of steps that come from a template, and leaves it
     * out where it tells the route: a console then finds no counters for them. Steps that carry the
     * id of their route do without.
     */
    private static final class OwnIds extends ModelLifecycleStrategySupport {
        @Override
        public void onAddRouteDefinition(RouteDefinition route) {
            if (Boolean.TRUE.equals(route.isTemplate()) && isNamed(route)) {
                route.setNodePrefixId(null);
            }
        }

        /** What is abstract stands in other files: it is called the same in every route anyway. */
        private static boolean isNamed(ProcessorDefinition<?> parent) {
            return parent.getOutputs().stream()
                    .filter(step -> !step.isAbstract())
                    .allMatch(step -> isNamed(step.getId()) && isNamed(step));
        }

        /** True for the ids that Camel numbers, which are not set yet, too: no two are the same. */
        private static boolean isNamed(String id) {
            return id == null || id.startsWith("{{id}}-");
        }
    }

    private static final class Objects extends DefaultManagementObjectStrategy {
        @Override
        public Object getManagedObjectForCamelContext(CamelContext context) {
            ManagedCamelContext managed = new Context(context);
            managed.init(context.getManagementStrategy());
            return managed;
        }
    }

    /** The context's MBean, public for JMX; the console draws {@code dumpRoutesAsXml()}. */
    public static final class Context extends ManagedCamelContext {
        Context(CamelContext context) {
            super(context);
        }

        @Override
        public String dumpRoutesAsXml() throws Exception {
            return RouteDump.forDiagram(super.dumpRoutesAsXml());
        }
    }
}
