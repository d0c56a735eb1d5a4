package io.tcsstamp.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.DefinitionPrinter;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Random bytes into random definitions: reports, never exceptions. */
class RandomPacketsTest {
    private static final int DEFINITIONS = 400;
    private static final int PACKETS = 60;

    @Test
    void any_bytes_give_values_or_a_report() throws DefinitionException {
        long seed = System.nanoTime();
        RandomDefinitions random = new RandomDefinitions(seed);
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        int decoded = 0;
        for (int i = 0; i < DEFINITIONS; i++) {
            Definition definition = random.next();
            PacketDecoder decoder = decoder(seed, definition);
            PacketValues values = decoder.newValues();
            for (int k = 0; k < PACKETS; k++) {
                byte[] packet = random.packet();
                try {
                    boolean good = decoder.decode(packet, 0, packet.length, values);
                    check(values, good);
                    values.report().ifPresent(r -> causes.merge(r.cause(), 1, Integer::sum));
                    decoded += good ? 1 : 0;
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(
                            "seed %d, packet %s of %s"
                                    .formatted(
                                            seed,
                                            HexFormat.of().formatHex(packet),
                                            DefinitionPrinter.print(definition)),
                            e);
                }
            }
        }
        assertThat(decoded).as("seed %d, decoded packets", seed).isGreaterThan(DEFINITIONS);
        assertThat(causes.keySet())
                .as("seed %d, causes %s", seed, causes)
                .contains(Cause.SHORT, Cause.OVERLONG, Cause.VALUE, Cause.SIZE, Cause.REFERENCE);
    }

    private static PacketDecoder decoder(long seed, Definition definition) {
        try {
            return PacketDecoders.interpreted(definition, DecoderOptions.ALL.withRoot("ROOT"));
        } catch (DefinitionException e) {
            throw new AssertionError(
                    "seed %d: %s".formatted(seed, DefinitionPrinter.print(definition)), e);
        }
    }

    private static void check(PacketValues values, boolean good) {
        assertThat(values.failed()).isEqualTo(!good);
        assertThat(values.bitsDecoded()).isBetween(0L, values.bitLength());
        assertThat(values.report().isPresent()).isEqualTo(!good || values.overlong());
        assertThat(values.toList()).hasSize(values.size());
        for (int slot = 0; slot < values.size(); slot++) {
            assertThat(values.raw(slot)).isNotNull();
            assertThat(values.value(slot)).isNotNull();
            values.alarm(slot);
            values.instant(slot);
            values.valid(slot);
        }
    }
}
