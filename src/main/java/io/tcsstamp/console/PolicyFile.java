package io.tcsstamp.console;

import java.util.List;

/**
 * Jolokia's own policy, the second line behind {@link JolokiaRules}: even what those let through by
 * mistake it refuses. Stateless.
 */
final class PolicyFile {
    private static final List<String> ALL = List.of("*");
    private static final List<String> NONE = List.of();

    private static final List<String> FORBIDDEN =
            List.of(
                    "com.sun.management:*",
                    "java.util.logging:*",
                    "jdk.management.jfr:*",
                    "jolokia:*",
                    "hawtio:*",
                    "JMImplementation:*");

    private static final List<String> OF_CAMEL =
            List.of(
                    "add*",
                    "create*",
                    "execute*",
                    "remove*",
                    "request*",
                    "send*",
                    "set*",
                    "update*");

    private PolicyFile() {}

    /**
     * The text of {@code jolokia-access.xml}.
     *
     * @param origin of the pages
     */
    static String text(String origin) {
        StringBuilder text = new StringBuilder();
        text.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<restrict>\n");
        text.append("  <http><method>post</method></http>\n");
        text.append("  <commands>\n");
        for (String command : new String[] {"read", "list", "version", "search", "exec"}) {
            text.append("    <command>").append(command).append("</command>\n");
        }
        text.append("  </commands>\n  <deny>\n");
        deny(text, "java.lang:type=Runtime", List.of("SystemProperties", "InputArguments"), NONE);
        for (String all : FORBIDDEN) {
            deny(text, all, ALL, ALL);
        }
        deny(text, "org.apache.camel:*", NONE, OF_CAMEL);
        text.append("  </deny>\n  <cors>\n    <allow-origin>");
        text.append(origin.replace("&", "&amp;").replace("<", "&lt;"));
        text.append("</allow-origin>\n  </cors>\n</restrict>\n");
        return text.toString();
    }

    /** All in one element: of two for the same MBean Jolokia takes only the last. */
    private static void deny(
            StringBuilder text, String name, List<String> attributes, List<String> operations) {
        text.append("    <mbean><name>").append(name).append("</name>");
        attributes.forEach(one -> text.append("<attribute>").append(one).append("</attribute>"));
        operations.forEach(one -> text.append("<operation>").append(one).append("</operation>"));
        text.append("</mbean>\n");
    }
}
