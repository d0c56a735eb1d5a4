package io.tcsstamp.camel;

import static io.tcsstamp.telemetry.Batches.at;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.tcs.UnitRules;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The data format {@code tcs}: what it takes and gives. */
@Timeout(30)
class TcsDataFormatTest extends CamelTestSupport {
    private static final String SHIPPED = "definitions/tcs-units.properties";
    private static final byte[] BLOCK = Streams.block(Streams.entry("01", "ambient_rtd", "20 ºC"));

    @TempDir Path folder;

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                TcsDataFormat prefixed = new TcsDataFormat();
                prefixed.setPrefix("tcs2_");
                prefixed.setUnits(SHIPPED);
                from("direct:unmarshal").unmarshal().custom("tcs");
                from("direct:prefixed").unmarshal(prefixed);
                from("direct:marshal").marshal().custom("tcs");
            }
        };
    }

    @Test
    void takesAnyKindOfBody() throws Exception {
        Path file = Files.write(folder.resolve("block.raw"), BLOCK);
        Sample expected = at("01", "ambient_rtd", "20 ºC");
        for (Object body :
                List.of(
                        BLOCK,
                        new String(BLOCK, ISO_8859_1),
                        new ByteArrayInputStream(BLOCK),
                        ByteBuffer.wrap(BLOCK),
                        file.toFile())) {
            assertThat(unmarshal("direct:unmarshal", body))
                    .as("%s", body.getClass())
                    .containsExactly(expected);
        }
    }

    @Test
    void cutsUnitsByAFileAndPutsAPrefixBeforeNames() {
        Sample expected = new Sample(at("01", "x", "").time(), "tcs2_ambient_rtd", "20 ºC", "20");

        assertThat(unmarshal("direct:prefixed", BLOCK)).containsExactly(expected);
    }

    @Test
    void cutsUnitsByTheRulesThatTheApplicationHasBound() throws Exception {
        context.getRegistry().bind("rules", UnitRules.load(Path.of(SHIPPED)));
        context.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:bound").unmarshal(new TcsDataFormat());
                    }
                });

        assertThat(unmarshal("direct:bound", BLOCK).sample(0).text()).isEqualTo("20");
    }

    @Test
    void whatCannotBeReadIsBesideTheSamples() {
        SampleBatch batch = unmarshal("direct:unmarshal", Streams.block("garbage"));

        assertThat(batch).isEmpty();
        assertThat(batch.rejections()).hasSize(1);
    }

    @Test
    void aBodyThatCannotBeBytesIsAnError() {
        assertThatThrownBy(() -> template.sendBody("direct:unmarshal", new Object()))
                .hasRootCauseInstanceOf(org.apache.camel.NoTypeConversionAvailableException.class);
    }

    @Test
    void marshalsToABlockThatIsReadBack() {
        byte[] block =
                template.requestBody(
                        "direct:marshal", List.of(at("01", "a", "20 ºC")), byte[].class);

        assertThat(block).isEqualTo(Streams.block(Streams.entry("01.000", "a", "20 ºC")));
        assertThat(unmarshal("direct:unmarshal", block)).containsExactly(at("01", "a", "20 ºC"));
    }

    private SampleBatch unmarshal(String uri, Object body) {
        return template.requestBody(uri, body, SampleBatch.class);
    }
}
