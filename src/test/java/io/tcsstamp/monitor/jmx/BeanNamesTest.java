package io.tcsstamp.monitor.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names come from properties and from the network, and may be anything. */
class BeanNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcs",
                "",
                "a,b=c:d",
                "\"quoted\"",
                "back\\slash\\",
                "*?",
                "<script>alert('1')</script>&amp;",
                "ºC €",
                "type=Bridge,name=x"
            })
    void aNameIsQuotedAndIsNoPattern(String text) {
        ObjectName name = BeanNames.of("io.tcsstamp", "Sources", text, 1);

        assertThat(name.isPattern()).isFalse();
        assertThat(ObjectName.unquote(name.getKeyProperty("name"))).isEqualTo(text);
        assertThat(name.getKeyPropertyList()).containsOnlyKeys("type", "name");
    }

    @Test
    void controlCharactersAreReplaced() {
        ObjectName name = BeanNames.of("io.tcsstamp", "Links", "a\nb\r\tc\u0000d\u202Ee\uD800f", 1);

        assertThat(ObjectName.unquote(name.getKeyProperty("name")))
                .isEqualTo("a\uFFFDb\uFFFD\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
    }

    @Test
    void longNamesAreCutAndStayApart() {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        String longName = "x".repeat(10_000);
        Map<String, String> names = new LinkedHashMap<>();
        for (String end : List.of("1", "2", "\n", "\t", "\uD83D\uDE00")) {
            names.put(longName + end, longName + end);
        }
        DescribedMBean bean = DescribedMBean.of("nothing").build();
        try (BeanRegistry registry = new BeanRegistry(server, "Bridge", bean)) {
            registry.list("Sources", names, name -> bean);
            List<ObjectName> registered =
                    new ArrayList<>(
                            server.queryNames(BeanNames.of("io.tcsstamp", "Sources"), null));
            assertThat(registered).as("without a name there is none").isEmpty();
            assertThat(server.getMBeanCount()).isEqualTo(1 + 1 + names.size());
            registered.addAll(server.queryNames(null, null));
            assertThat(registered).allMatch(name -> name.toString().length() < 400);
        }
        assertThat(server.getMBeanCount()).as("the server's own delegate").isEqualTo(1);
    }
}
