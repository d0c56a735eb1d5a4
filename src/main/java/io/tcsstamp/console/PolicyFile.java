package io.tcsstamp.console;

/**
 * Jolokia's own policy, the second line behind {@link JolokiaRules}: even what those let through by
 * mistake it refuses. Stateless.
 */
final class PolicyFile {
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
        deny(text, "java.lang:type=Runtime", "attribute", "SystemProperties", "InputArguments");
        for (String all :
                new String[] {
                    "com.sun.management:*",
                    "java.util.logging:*",
                    "jdk.management.jfr:*",
                    "jolokia:*",
                    "hawtio:*",
                    "JMImplementation:*"
                }) {
            deny(text, all, "attribute", "*");
            deny(text, all, "operation", "*");
        }
        deny(
                text,
                "org.apache.camel:*",
                "operation",
                "add*",
                "create*",
                "execute*",
                "remove*",
                "request*",
                "send*",
                "set*",
                "update*");
        text.append("  </deny>\n  <cors>\n    <allow-origin>");
        text.append(origin.replace("&", "&amp;").replace("<", "&lt;"));
        text.append("</allow-origin>\n  </cors>\n</restrict>\n");
        return text.toString();
    }

    private static void deny(StringBuilder text, String name, String kind, String... what) {
        text.append("    <mbean><name>").append(name).append("</name>");
        for (String one : what) {
            text.append('<').append(kind).append('>').append(one);
            text.append("</").append(kind).append('>');
        }
        text.append("</mbean>\n");
    }
}
