package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JolokiaCallTest {
    @Test
    void onlyWhatIsKnownIsPassedOn() throws Exception {
        JolokiaCall call =
                call(
                        "{'type':'EXEC','mbean':'a:b=c','operation':'run(int,java.lang.String)',"
                                + "'arguments':[1,'x',null,{'a':2.5}],'hack':1,'user':'x',"
                                + "'config':{'maxDepth':99999,'ignoreErrors':'true','callback':'x',"
                                + "'includeStackTrace':'true'}}");

        assertThat(call.operation()).isEqualTo("run");
        assertThat(call.members().keySet())
                .containsExactlyInAnyOrder("type", "mbean", "operation", "arguments", "config");
        assertThat(call.members()).containsEntry("type", "exec");
        Map<?, ?> config = (Map<?, ?>) call.members().get("config");
        assertThat(config.get("maxDepth")).isEqualTo(15);
        assertThat(config.get("ignoreErrors")).isEqualTo(true);
        assertThat(config.keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder(
                        "maxDepth", "maxCollectionSize", "maxObjects", "ignoreErrors");
        assertThat(Json.read(Json.write(call.members()))).isEqualTo(call.members());
    }

    @Test
    void itsTextTellsNoArguments() throws Exception {
        assertThat(call("{'type':'exec','mbean':'a:b=c','operation':'run','arguments':['secret']}"))
                .hasToString("exec a:b=c run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'exec','mbean':'a:b=c'}",
                "{'type':'exec','mbean':'a:b=c','operation':''}",
                "{'type':'exec','mbean':'a:b=c','operation':'run('}",
                "{'type':'exec','mbean':'a:b=c','operation':'run(a)(b)'}",
                "{'type':'exec','mbean':'a:b=c','operation':'browse(\\n'}",
                "{'type':'exec','mbean':['a:b=c'],'operation':'run'}",
                "{'type':'exec','operation':'run'}",
                "{'type':['read'],'mbean':'a:b=c'}",
                "{'type':'read','mbean':'a:b=c','attribute':7}",
                "{'type':'read','mbean':'a:b=c','attribute':[['x']]}",
                "{'type':'read','mbean':'a:b=c','path':['x']}",
                "{'type':'read','mbean':'a:b=c','target':{'url':'x'}}",
                "'read'",
                "7"
            })
    void whatIsNotUnderstoodIsRefused(String text) {
        assertThatThrownBy(() -> call(text)).isInstanceOf(MalformedException.class);
    }

    private static JolokiaCall call(String text) throws MalformedException {
        return JolokiaCall.of(Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
