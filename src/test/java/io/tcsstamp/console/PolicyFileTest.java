package io.tcsstamp.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jolokia itself makes of its policy, without the filter before it. */
class PolicyFileTest {
    @TempDir static Path folder;
    private static ConsoleFolder taken;
    private static URLClassLoader loader;
    private static Object restrictor;

    @BeforeAll
    static void read() throws Exception {
        taken = ConsoleFolder.take(folder);
        List<URL> jars = new ArrayList<>();
        for (Path jar : taken.library()) {
            jars.add(jar.toUri().toURL());
        }
        loader =
                new URLClassLoader(jars.toArray(URL[]::new), PolicyFileTest.class.getClassLoader());
        restrictor =
                loader.loadClass("org.jolokia.restrictor.PolicyRestrictor")
                        .getConstructor(InputStream.class)
                        .newInstance(
                                new ByteArrayInputStream(
                                        PolicyFile.text("http://127.0.0.1:9401").getBytes(UTF_8)));
    }

    @AfterAll
    static void close() throws Exception {
        loader.close();
        taken.close();
    }

    @ParameterizedTest
    @CsvSource({
        "com.sun.management:type=DiagnosticCommand, vmSystemProperties, false",
        "com.sun.management:type=HotSpotDiagnostic, dumpHeap, false",
        "java.util.logging:type=Logging, setLoggerLevel, false",
        "jolokia:type=Config, resetDebugInfo, false",
        "'org.apache.camel:type=context,name=a', sendBody, false",
        "'org.apache.camel:type=context,name=a', requestBodyAndHeaders, false",
        "'org.apache.camel:type=context,name=a', createEndpoint, false",
        "'org.apache.camel:type=routes,name=a', updateRouteFromXml, false",
        "'org.apache.camel:type=routes,name=a', remove, false",
        "'org.apache.camel:type=context,name=a', dumpRoutesAsXml, true",
        "io.tcsstamp:type=Bridge, resetCounters, true",
    })
    void operations(String name, String operation, boolean allowed) throws Exception {
        assertThat(
                        restrictor
                                .getClass()
                                .getMethod("isOperationAllowed", ObjectName.class, String.class)
                                .invoke(restrictor, new ObjectName(name), operation))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang:type=Runtime, SystemProperties, false",
        "java.lang:type=Runtime, InputArguments, false",
        "java.lang:type=Runtime, Uptime, true",
        "com.sun.management:type=HotSpotDiagnostic, DiagnosticOptions, false",
        "io.tcsstamp:type=Bridge, Health, true",
    })
    void attributes(String name, String attribute, boolean allowed) throws Exception {
        assertThat(
                        restrictor
                                .getClass()
                                .getMethod("isAttributeReadAllowed", ObjectName.class, String.class)
                                .invoke(restrictor, new ObjectName(name), attribute))
                .isEqualTo(allowed);
    }

    @Test
    void pagesOfOthersGetNoLeave() throws Exception {
        assertThat(isOriginAllowed("http://127.0.0.1:9401")).isTrue();
        assertThat(isOriginAllowed("http://evil.example.org")).isFalse();
    }

    private static boolean isOriginAllowed(String origin) throws Exception {
        return (boolean)
                restrictor
                        .getClass()
                        .getMethod("isOriginAllowed", String.class, boolean.class)
                        .invoke(restrictor, origin, false);
    }
}
