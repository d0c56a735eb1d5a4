package io.tcsstamp.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.NamePatterns;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of packets as samples: names, texts, times. */
class PacketSamplesTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-21T12:00:00Z");

    private static final String DEFINITION =
            """
            <SpaceSystem name="S" xmlns="http://www.omg.org/spec/XTCE/20180204">
              <TelemetryMetaData>
                <ParameterTypeSet>
                  <IntegerParameterType name="U8" signed="false">
                    <IntegerDataEncoding sizeInBits="8"/>
                  </IntegerParameterType>
                  <IntegerParameterType name="U32" signed="false">
                    <IntegerDataEncoding sizeInBits="32"/>
                  </IntegerParameterType>
                  <FloatParameterType name="F"><FloatDataEncoding sizeInBits="32"/></FloatParameterType>
                  <StringParameterType name="T">
                    <StringDataEncoding>
                      <SizeInBits><Fixed><FixedValue>32</FixedValue></Fixed></SizeInBits>
                    </StringDataEncoding>
                  </StringParameterType>
                  <ArrayParameterType name="AT" arrayTypeRef="U8">
                    <DimensionList><Dimension>
                      <StartingIndex><FixedValue>0</FixedValue></StartingIndex>
                      <EndingIndex><DynamicValue><ParameterInstanceRef parameterRef="N"/>
                        <LinearAdjustment slope="1" intercept="-1"/></DynamicValue></EndingIndex>
                    </Dimension></DimensionList>
                  </ArrayParameterType>
                  <AbsoluteTimeParameterType name="UNIX">
                    <Encoding units="seconds"><IntegerDataEncoding sizeInBits="32"/></Encoding>
                    <ReferenceTime><Epoch>1970-01-01T00:00:00</Epoch></ReferenceTime>
                  </AbsoluteTimeParameterType>
                </ParameterTypeSet>
                <ParameterSet>
                  <Parameter name="DAYS" parameterTypeRef="U32"/>
                  <Parameter name="MILLIS" parameterTypeRef="U32"/>
                  <Parameter name="CLOCK" parameterTypeRef="UNIX"/>
                  <Parameter name="VOLTS" parameterTypeRef="F"/>
                  <Parameter name="TEXT" parameterTypeRef="T"/>
                  <Parameter name="N" parameterTypeRef="U8"/>
                  <Parameter name="A" parameterTypeRef="AT"/>
                </ParameterSet>
                <ContainerSet>
                  <SequenceContainer name="C"><EntryList>
                    <ParameterRefEntry parameterRef="DAYS"/>
                    <ParameterRefEntry parameterRef="MILLIS"/>
                    <ParameterRefEntry parameterRef="CLOCK"/>
                    <ParameterRefEntry parameterRef="VOLTS"/>
                    <ParameterRefEntry parameterRef="TEXT"/>
                    <ParameterRefEntry parameterRef="N"/>
                    <ParameterRefEntry parameterRef="A"/>
                  </EntryList></SequenceContainer>
                </ContainerSet>
              </TelemetryMetaData>
            </SpaceSystem>
            """;

    private final PacketDecoder decoder = decoder();
    private final PacketValues values = decoder.newValues();

    private static PacketDecoder decoder() {
        try {
            return PacketDecoders.interpreted(
                    XtceReader.read(DEFINITION, "test.xml"), DecoderOptions.ALL);
        } catch (DefinitionException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    private PacketValues decode(int days, int millis, int clock, float volts, byte[] text, int n) {
        ByteBuffer packet = ByteBuffer.allocate(21 + n);
        packet.putInt(days).putInt(millis).putInt(clock).putFloat(volts);
        packet.put(text).position(20);
        packet.put((byte) n);
        for (int i = 0; i < n; i++) {
            packet.put((byte) (i + 1));
        }
        assertThat(decoder.decode(packet.array(), 0, packet.capacity(), values)).isTrue();
        return values;
    }

    private PacketValues text(String text) {
        return decode(0, 0, 0, 1, text.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static SampleBatch samples(String pattern, String select, PacketValues... packets) {
        PacketSamples samples =
                new PacketSamples(new SampleNames(pattern, NamePatterns.of(select)));
        for (PacketValues packet : packets) {
            samples.add(packet, 7, 10, 20);
        }
        return samples.build();
    }

    private static List<String> lines(SampleBatch batch) {
        List<String> lines = new ArrayList<>();
        for (Sample sample : batch) {
            lines.add(sample.name() + "=" + sample.text());
        }
        return lines;
    }

    @Test
    void everyElementOfAnArrayHasItsName() {
        assertThat(lines(samples("{parameter}", "N,A", decode(0, 0, 0, 1, new byte[4], 3))))
                .containsExactly("N=3", "A[0]=1", "A[1]=2", "A[2]=3");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0.1f})
    void floatsThatAreNotFiniteHaveATextToo(float volts) {
        String text =
                Float.isNaN(volts)
                        ? "nan"
                        : Float.isInfinite(volts)
                                ? volts > 0 ? "inf" : "-inf"
                                : String.valueOf((double) volts);
        assertThat(lines(samples("{parameter}", "VOLTS", decode(0, 0, 0, volts, new byte[4], 0))))
                .containsExactly("VOLTS=" + text);
    }

    @Test
    void paddingIsNoPartOfAText() {
        assertThat(lines(samples("{parameter}", "TEXT", text("ok")))).containsExactly("TEXT=ok");
        assertThat(lines(samples("{parameter}", "TEXT", text("\u00fc"))))
                .containsExactly("TEXT=\u00fc");
        assertThat(lines(samples("{parameter}", "TEXT", text("")))).containsExactly("TEXT=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nb", "a\rb", "\0b", "a\u007f", "a\u0085"})
    void whatWouldBreakALineIsRejectedAlone(String text) {
        SampleBatch batch = samples("{parameter}", "TEXT,N", text(text));

        assertThat(lines(batch)).containsExactly("N=0");
        assertThat(batch.rejections())
                .singleElement()
                .satisfies(
                        rejection ->
                                assertThat(new String(rejection.bytes(), StandardCharsets.UTF_8))
                                        .isEqualTo(text))
                .extracting(Rejection::reason)
                .isEqualTo("a control character in the value of TEXT");
    }

    @Test
    void aNameIsMadeOfThePattern() {
        PacketValues packet = text("x");

        assertThat(lines(samples("s.{packet}.{apid}.{parameter}", "N", packet)))
                .containsExactly("s.C.7.N=0");
    }

    @Test
    void namesStayTheSameObjectsAndBlocksStayInOrder() {
        SampleBatch batch = samples("{parameter}", "", text("a"), text("b"));

        assertThat(batch.blockCount()).isEqualTo(2);
        assertThat(batch.ordered()).isTrue();
        assertThat(batch.parameter(batch.blockStart(1))).isSameAs(batch.parameter(0));
    }

    private Instant time(String text, PacketValues packet) {
        SampleTime time = new SampleTime(text);
        assertThat(time.read(packet, RECEIVED)).isTrue();
        return Instant.ofEpochSecond(time.seconds(), time.nanos());
    }

    @Test
    void theTimeIsThatOfTheReceptionOrThePackets() {
        PacketValues packet = decode(4383, 1500, 86_400, 1, new byte[4], 0);

        assertThat(time("reception", packet)).isEqualTo(RECEIVED);
        assertThat(time("cds:DAYS,MILLIS", packet)).isEqualTo("1970-01-01T00:00:01.500Z");
        assertThat(time("cds:DAYS,MILLIS,N", decode(0, 0, 0, 1, new byte[4], 9)))
                .isEqualTo("1958-01-01T00:00:00.000009Z");
        assertThat(time("CLOCK", decode(0, 0, 86_400, 1, new byte[4], 0)))
                .isEqualTo("1970-01-02T00:00:00Z");
        assertThat(time("A[1]", decode(0, 0, 0, 1, new byte[4], 0)))
                .as("not in this packet")
                .isEqualTo(RECEIVED);
    }

    @Test
    void aTimeThatNoCalendarHasIsNoTime() {
        assertThat(
                        new SampleTime("cds:DAYS,MILLIS")
                                .read(decode(-1, 0, 0, 1, new byte[4], 0), RECEIVED))
                .isFalse();
        assertThat(
                        new SampleTime("cds:DAYS,MILLIS")
                                .read(decode(1, 90_000_000, 0, 1, new byte[4], 0), RECEIVED))
                .isFalse();
        assertThat(new SampleTime("VOLTS").read(decode(1, 0, 0, 1, new byte[4], 0), RECEIVED))
                .as("no absolute time")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cds:", "cds:A", "cds:A,B,C,D", "A,B", "cds:A,"})
    void whatIsNoTimeIsSaid(String text) {
        assertThatThrownBy(() -> new SampleTime(text))
                .hasMessageContaining("time '" + text + "' must be reception");
    }
}
