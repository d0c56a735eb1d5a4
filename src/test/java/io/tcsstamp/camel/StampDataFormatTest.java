package io.tcsstamp.camel;

import static io.tcsstamp.telemetry.Batches.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.telemetry.Batches;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data format {@code stamp}: what it takes and gives. */
@Timeout(30)
class StampDataFormatTest extends CamelTestSupport {
    private static final Sample A = at("01.5", "a", "20 ºC");
    private static final Sample B = at("02", "b", "2");

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:marshal").marshal().custom("stamp");
                from("direct:component").to("dataformat:stamp:marshal?fractionalTime=true");
                from("direct:unmarshal").unmarshal().custom("stamp");
            }
        };
    }

    @Test
    void marshalsASampleAListAndABatch() {
        String one = Streams.lines(Streams.line("01", "a", "20 ºC"));
        String both = Streams.lines(Streams.line("01", "a", "20 ºC"), Streams.line("02", "b", "2"));

        assertThat(marshal(A)).isEqualTo(one);
        assertThat(marshal(List.of(A, B))).isEqualTo(both);
        assertThat(marshal(Batches.block(A, B))).isEqualTo(both);
        assertThat(marshal(List.of())).isEmpty();
    }

    @Test
    void tellsTheNumberOfLines() {
        Exchange done =
                template.request("direct:marshal", e -> e.getMessage().setBody(List.of(A, B)));

        assertThat(done.getMessage().getHeader(BridgeConstants.LINES)).isEqualTo(2);
    }

    @Test
    void writesMillisecondsByAnOption() {
        assertThat(template.requestBody("direct:component", A, String.class))
                .isEqualTo(Streams.lines(Streams.line("01.500", "a", "20 ºC")));
    }

    @Test
    void aBodyThatIsNoSampleIsAnErrorThatNamesIt() {
        for (Object body : new Object[] {"text", 5, Arrays.asList(A, "text")}) {
            assertThatThrownBy(() -> marshal(body))
                    .hasRootCauseInstanceOf(IllegalArgumentException.class)
                    .rootCause()
                    .hasMessageContaining("stamp: cannot marshal")
                    .hasMessageContaining(
                            body instanceof List ? "text" : body.getClass().getName());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n", "1\t2", "\u0085"})
    void aSampleThatCannotBeALineIsAnErrorAndDoesNotVanish(String value) {
        assertThatThrownBy(() -> marshal(List.of(A, at("02", "b", value))))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unmarshalsLines() {
        String lines = Streams.lines(Streams.line("01.500", "a", "20 ºC"));
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        for (Object body : List.of(lines, bytes, new ByteArrayInputStream(bytes))) {
            assertThat(template.requestBody("direct:unmarshal", body, SampleBatch.class))
                    .containsExactly(A);
        }
    }

    private String marshal(Object body) {
        byte[] lines = template.requestBody("direct:marshal", body, byte[].class);
        return new String(lines, StandardCharsets.UTF_8);
    }
}
