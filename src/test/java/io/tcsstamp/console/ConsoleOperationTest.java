package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked of MBeans, and by whom. */
class ConsoleOperationTest {
    /** Something to look at and to operate. */
    public interface ProbeMBean {
        int getCalls();

        void setCalls(int calls);

        String getText();

        int run(String argument);
    }

    private static final class Probe implements ProbeMBean {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public int getCalls() {
            return calls.get();
        }

        @Override
        public void setCalls(int calls) {
            this.calls.set(calls);
        }

        @Override
        public String getText() {
            return HOSTILE;
        }

        @Override
        public int run(String argument) {
            return calls.incrementAndGet();
        }
    }

    private static final String HOSTILE = "<script>alert(1)</script>\"',:=*?\n\u202e/!";
    private static final String PROBE = "io.tcsstamp:type=Probe";
    private static final String RUN =
            "{\"type\":\"exec\",\"mbean\":\""
                    + PROBE
                    + "\",\"operation\":\"run\",\"arguments\":[\"x\"]}";
    private static final String CALLS =
            "{\"type\":\"read\",\"mbean\":\"" + PROBE + "\",\"attribute\":\"Calls\"}";

    @TempDir static Path folder;
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
    private static final Probe PROBED = new Probe();
    private static ObjectName hostile;
    private static TestConsole console;
    private static String viewer;
    private static String admin;

    @BeforeAll
    static void start() throws Exception {
        console = TestConsole.start(folder);
        SERVER.registerMBean(new StandardMBean(PROBED, ProbeMBean.class), new ObjectName(PROBE));
        hostile = new ObjectName("io.tcsstamp:type=Links,name=" + ObjectName.quote(HOSTILE));
        SERVER.registerMBean(new StandardMBean(new Probe(), ProbeMBean.class), hostile);
        viewer = console.cookie(TestConsole.VIEWER);
        admin = console.cookie(TestConsole.ADMIN);
    }

    @AfterAll
    static void stop() throws Exception {
        console.close();
        SERVER.unregisterMBean(new ObjectName(PROBE));
        SERVER.unregisterMBean(hostile);
    }

    @BeforeEach
    void reset() {
        PROBED.setCalls(0);
    }

    @Test
    void everybodyReads() throws Exception {
        PROBED.setCalls(7);

        assertThat(console.ask(CALLS, null).get("value")).isEqualTo(7);
        assertThat(console.ask(CALLS, viewer).get("value")).isEqualTo(7);
        HttpResponse<String> got = console.get("/hawtio/jolokia/read/" + PROBE + "/Calls");
        assertThat(((Map<?, ?>) TestConsole.json(got.body())).get("value")).isEqualTo(7);
    }

    @Test
    void everybodySearchesAndLists() throws Exception {
        assertThat(console.get("/hawtio/jolokia/search/io.tcsstamp:*").body()).contains(PROBE);
        assertThat(console.get("/hawtio/jolokia/list/io.tcsstamp").body()).contains("\"run\"");
    }

    @Test
    void theVersionTellsNothingOfTheServer() throws Exception {
        HttpResponse<String> got = console.get("/hawtio/jolokia/version");
        Map<?, ?> asked = console.ask("{\"type\":\"version\"}", admin);

        for (Map<?, ?> answer : List.of((Map<?, ?>) TestConsole.json(got.body()), asked)) {
            assertThat(((Map<?, ?>) answer.get("value")).keySet().stream().map(String::valueOf))
                    .containsExactlyInAnyOrder("agent", "protocol");
            assertThat(answer.toString()).doesNotContainIgnoringCase("jetty", "file:");
        }
    }

    @Test
    void onlyAnAdminOperates() throws Exception {
        assertRefused(console.ask(RUN, null), "needs a login");
        assertRefused(console.ask(RUN, viewer), "needs a login");
        assertThat(PROBED.getCalls()).isZero();

        Map<?, ?> answer = console.ask(RUN, admin);

        assertThat(answer.get("status")).isEqualTo(200);
        assertThat(answer.get("value")).isEqualTo(1);
        assertThat(PROBED.getCalls()).isEqualTo(1);
    }

    @Test
    void anotherSessionThanOneGivenOutIsNone() throws Exception {
        String name = admin.substring(0, admin.indexOf('=') + 1);

        assertRefused(console.ask(RUN, name + "guessed"), "needs a login");
        assertRefused(console.ask(RUN, admin + "x"), "needs a login");
        assertThat(PROBED.getCalls()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hawtio/jolokia/exec/io.tcsstamp:type=Probe/run/x",
                "/hawtio/jolokia/EXEC/io.tcsstamp:type=Probe/run/x",
                "/hawtio/jolokia/write/io.tcsstamp:type=Probe/Calls/5",
                "/hawtio/jolokia/?p=exec/io.tcsstamp:type=Probe/run/x",
                "/hawtio/jolokia?callback=alert&p=/write/io.tcsstamp:type=Probe/Calls/5"
            })
    void operationsAreNotAskedForByGet(String path) throws Exception {
        HttpResponse<String> response = console.get(path, "Cookie", admin);

        assertThat(PROBED.getCalls()).isZero();
        assertThat(response.body()).doesNotContain("alert");
    }

    @Test
    void nobodyWrites() throws Exception {
        String write =
                "{\"type\":\"write\",\"mbean\":\""
                        + PROBE
                        + "\",\"attribute\":\"Calls\",\"value\":5}";

        assertRefused(console.ask(write, null), "cannot be written");
        assertRefused(console.ask(write, admin), "cannot be written");
        assertThat(PROBED.getCalls()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "com.sun.management:type=DiagnosticCommand, vmCommandLine",
        "com.sun.management:type=DiagnosticCommand, help",
        "com.sun.management:type=HotSpotDiagnostic, dumpHeap",
        "com.sun.management:type=HotSpotDiagnostic, setVMOption",
        "java.util.logging:type=Logging, setLoggerLevel",
        "jdk.management.jfr:type=FlightRecorder, newRecording",
        "'JMImplementation:type=MBeanServerDelegate', x",
        "'jolokia:type=Config', resetDebugInfo",
        "'hawtio:type=JVMList', listLocalJVMs",
        "'org.apache.camel:context=a,type=context,name=\"a\"', stop",
        "'org.apache.camel:context=a,type=context,name=\"a\"', sendBody",
        "'org.apache.camel:context=a,type=context,name=\"a\"', sendStringBody",
        "'org.apache.camel:context=a,type=context,name=\"a\"', requestBody",
        "'org.apache.camel:context=a,type=context,name=\"a\"', createEndpoint",
        "'org.apache.camel:context=a,type=context,name=\"a\"', addOrUpdateRoutesFromXml",
        "'org.apache.camel:context=a,type=context,name=\"a\"', setGlobalOption",
        "'org.apache.camel:context=a,type=routes,name=\"a\"', updateRouteFromXml",
        "'org.apache.camel:context=a,type=routes,name=\"a\"', start",
        "'org.apache.camel:context=a,type=routes,name=\"a\"', stop",
        "'org.apache.camel:context=a,type=routes,name=\"a\"', suspend",
        "'org.apache.camel:context=a,type=routes,name=\"a\"', resume",
        "'org.apache.camel:context=a,type=routes,name=\"a\"', remove",
        "'org.apache.camel:context=a,type=endpoints,name=\"a\"', browseAllMessagesAsXml",
        "'org.apache.camel:context=a,type=tracer,name=BacklogDebugger',"
                + " evaluateExpressionAtBreakpoint",
        "'org.apache.camel:context=a,type=tracer,name=BacklogTracer', dumpAllTracedMessagesAsXml",
    })
    void notEvenAnAdminRuns(String mbean, String operation) throws Exception {
        String body =
                "{\"type\":\"exec\",\"mbean\":"
                        + TestText.quoted(mbean)
                        + ",\"operation\":\""
                        + operation
                        + "\"}";

        assertRefused(console.ask(body, admin), "not offered");
        assertRefused(console.ask(body, null), "not offered");
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang:type=Runtime, SystemProperties",
        "java.lang:type=Runtime, InputArguments",
        "java.lang:type=Runtime, ClassPath",
        "java.lang:type=*, SystemProperties",
        "'java.lang:*', SystemProperties",
        "'java.lang:type=Run?ime,*', SystemProperties",
        "'*:type=Runtime', SystemProperties",
        "'*:*', SystemProperties",
        "'java.lan?:type=Runtime', SystemProperties",
        "com.sun.management:type=HotSpotDiagnostic, DiagnosticOptions",
        "java.util.logging:type=Logging, LoggerNames",
        "jolokia:type=Config, Debug",
    })
    void notEvenAnAdminReads(String mbean, String attribute) throws Exception {
        String body =
                "{\"type\":\"read\",\"mbean\":\""
                        + mbean
                        + "\",\"attribute\":[\"Uptime\",\""
                        + attribute
                        + "\"]}";

        for (String cookie : new String[] {null, admin}) {
            Map<?, ?> answer = console.ask(body, cookie);

            assertThat(answer.get("status")).as(mbean).isEqualTo(403);
            assertThat(answer.toString()).doesNotContain("java.vm.name");
        }
    }

    @Test
    void allOfTheRuntimeIsAllButItsSecrets() throws Exception {
        Map<?, ?> value =
                (Map<?, ?>)
                        console.ask(
                                        "{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\"}",
                                        null)
                                .get("value");

        assertThat(value.get("Uptime")).isNotNull();
        assertThat(value.keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(JolokiaRules.OF_RUNTIME);
    }

    @Test
    void oneThatIsRefusedDoesNotTakeTheOthersWithIt() throws Exception {
        List<?> answers = console.askAll("[" + CALLS + "," + RUN + "," + CALLS + "]", viewer);

        assertThat(all(answers, "status")).containsExactly(200, 403, 200);
        assertThat(PROBED.getCalls()).isZero();
    }

    @Test
    void aBulkOfAnAdminRunsInOrder() throws Exception {
        List<?> answers =
                console.askAll("[" + RUN + "," + CALLS + "," + RUN + "," + CALLS + "]", admin);

        assertThat(all(answers, "value")).containsExactly(1, 1, 2, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{",
                "[",
                "[}",
                "{}",
                "[[]]",
                "null",
                "{\"type\":\"exec\"}",
                "{\"type\":7}",
                "{\"type\":\"hack\"}",
                "{\"type\":\"read\",\"mbean\":\"nonsense\"}",
                "{\"type\":\"version\"} {\"type\":\"version\"}",
                "{\"type\":\"version\",\"type\":\"exec\"}",
                "{\"type\":\"version\",\"target\":{\"url\":\"service:jmx:rmi:///\"}}",
                "{\"type\":\"exec\",\"mbean\":\"io.tcsstamp:type=Probe\",\"operation\":\"run(a)(b)\"}",
                "{\"type\":\"exec\",\"mbean\":\"io.tcsstamp:type=Probe\",\"operation\":\"run\",\"arguments\":\"x\"}",
                "{\"type\":\"exec\",\"mbean\":\"io.tcsstamp:type=Probe\",\"operation\":\"run\",\"arguments\":{}}",
            })
    void whatIsNotUnderstoodIsToldSo(String body) throws Exception {
        HttpResponse<String> response = console.post("/hawtio/jolokia", body, admin);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("not understood: ").doesNotContain("Exception");
    }

    @Test
    void nothingRunsOfABulkThatIsNotUnderstood() throws Exception {
        HttpResponse<String> response =
                console.post("/hawtio/jolokia", "[" + RUN + ",{\"type\":7}]", admin);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(PROBED.getCalls()).isZero();
    }

    @Test
    void hostileNamesComeThroughAsTheyAre() throws Exception {
        HttpResponse<String> search =
                console.get("/hawtio/jolokia/search/io.tcsstamp:type=Links,*");
        Object found =
                ((List<?>) ((Map<?, ?>) TestConsole.json(search.body())).get("value")).get(0);

        assertThat(new ObjectName((String) found)).isEqualTo(hostile);
        assertThat(search.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        Map<?, ?> read =
                console.ask(
                        "{\"type\":\"read\",\"attribute\":\"Text\",\"mbean\":"
                                + TestText.quoted((String) found)
                                + "}",
                        null);
        assertThat(read.get("value")).isEqualTo(HOSTILE);
    }

    @Test
    void thePagesLearnWhatTheyMayOffer() throws Exception {
        HttpResponse<String> search =
                console.get("/hawtio/jolokia/search/*:type=security,area=jmx,*");
        Object name = ((List<?>) ((Map<?, ?>) TestConsole.json(search.body())).get("value")).get(0);
        String ask =
                "{\"type\":\"exec\",\"mbean\":\""
                        + name
                        + "\",\"operation\":\"canInvoke(java.util.Map)\",\"arguments\":[{\""
                        + PROBE
                        + "\":[\"run(java.lang.String)\"],\"java.lang:type=Memory\":[\"gc()\","
                        + "\"other()\"]}]}";

        assertThat(console.ask(ask, null).toString()).doesNotContain("CanInvoke=true");
        Map<?, ?> told = (Map<?, ?>) console.ask(ask, admin).get("value");
        assertThat(told.get(PROBE).toString()).contains("CanInvoke=true");
        Map<?, ?> memory = (Map<?, ?>) told.get("java.lang:type=Memory");
        assertThat(memory.get("gc()").toString()).contains("CanInvoke=true");
        assertThat(memory.get("other()").toString()).contains("CanInvoke=false");
    }

    @Test
    void routesAreShownWithoutTheValuesOfTheirProperties() throws Exception {
        String dump =
                "{\"type\":\"exec\",\"mbean\":\"org.apache.camel:type=context,context=a,name=a\","
                        + "\"operation\":\"dumpRoutesAsXml\",\"arguments\":";

        assertRefused(console.ask(dump + "[true]}", admin), "without arguments");
        // there is none here, but it was looked for
        assertThat(console.ask(dump + "[]}", null).get("status")).isEqualTo(404);
    }

    private static List<Object> all(List<?> answers, String key) {
        return answers.stream().<Object>map(one -> ((Map<?, ?>) one).get(key)).toList();
    }

    private static void assertRefused(Map<?, ?> answer, String why) {
        assertThat(answer.get("status")).isEqualTo(403);
        assertThat((String) answer.get("error")).contains(why);
        assertThat(answer.containsKey("value")).isFalse();
    }
}
