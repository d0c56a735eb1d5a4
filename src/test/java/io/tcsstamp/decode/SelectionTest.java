package io.tcsstamp.decode;

import static io.tcsstamp.decode.TestDefinitions.dynamic;
import static io.tcsstamp.decode.TestDefinitions.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Only what is asked for is decoded. */
class SelectionTest {
    @Test
    void what_nobody_asked_for_is_passed_over_at_once() throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        s.root(
                s.field("A", s.unsigned(8)),
                s.field("B", s.unsigned(8)),
                s.field("N", s.unsigned(8)),
                s.field("D", s.binary(dynamic("N", 8, 0))),
                s.field("C", s.unsigned(8)));
        DecoderOptions options = DecoderOptions.ALL.withRoot("ROOT").withSelected("C"::equals);
        assertThat(PlanBuilder.build(s.build(), options).root().steps())
                .extracting(step -> step.getClass().getSimpleName())
                .containsExactly("SkipStep", "IntegerStep", "SkipStep", "IntegerStep");
        PacketValues values = s.decode("0102 01 ff 09", options);
        assertThat(shown(values)).containsExactly("C=9");
        assertThat(values.field(0).name()).isEqualTo("N");
        assertThat(values.field(0).selected()).isFalse();
        assertThat(values.bitsDecoded()).isEqualTo(40);
        assertThat(s.decode("01", options).report().orElseThrow().cause()).isEqualTo(Cause.SHORT);
    }

    @Test
    void a_packet_that_ends_in_what_nobody_asked_for_is_told_as_in_a_whole_decoding()
            throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        s.root(
                s.field("A", s.unsigned(8)),
                s.field("B", s.unsigned(16)),
                s.field("C", s.unsigned(16)),
                s.field("D", s.unsigned(8)));
        DecoderOptions all = DecoderOptions.ALL.withRoot("ROOT");
        for (String cut : List.of("01", "0102", "010203", "01020304", "0102030405")) {
            DecodeReport expected = s.decode(cut, all).report().orElseThrow();
            DecodeReport got = s.decode(cut, all.withSelected("A"::equals)).report().orElseThrow();
            assertThat(got.toString()).isEqualTo(expected.toString());
        }
    }

    @Test
    void what_is_asked_for_is_the_same_as_in_a_whole_decoding() throws DefinitionException {
        long seed = System.nanoTime();
        RandomDefinitions random = new RandomDefinitions(seed);
        Random choice = new Random(seed);
        int compared = 0;
        for (int i = 0; i < 300; i++) {
            Definition definition = random.next();
            int mask = choice.nextInt();
            DecoderOptions all = DecoderOptions.ALL.withRoot("ROOT");
            DecoderOptions some = all.withSelected(name -> (name.hashCode() & mask & 3) == 0);
            PacketDecoder whole = PacketDecoders.interpreted(definition, all);
            PacketDecoder part = PacketDecoders.interpreted(definition, some);
            PacketValues expected = whole.newValues();
            PacketValues got = part.newValues();
            for (int k = 0; k < 40; k++) {
                byte[] packet = random.packet();
                if (whole.decode(packet, 0, packet.length, expected)) {
                    assertThat(part.decode(packet, 0, packet.length, got))
                            .as("seed %d, %s", seed, got.report())
                            .isTrue();
                    assertThat(got.bitsDecoded())
                            .as("seed %d", seed)
                            .isEqualTo(expected.bitsDecoded());
                    assertThat(selected(got))
                            .as("seed %d", seed)
                            .isEqualTo(
                                    TestDefinitions.shown(expected).stream()
                                            .filter(v -> some.selected().test(parameter(v)))
                                            .toList());
                    compared += got.toList().size();
                }
            }
        }
        assertThat(compared).as("seed %d", seed).isGreaterThan(1000);
    }

    private static List<String> selected(PacketValues values) {
        return TestDefinitions.shown(values);
    }

    private static String parameter(String shown) {
        return shown.replaceFirst("[.\\[=](?s).*", "");
    }
}
