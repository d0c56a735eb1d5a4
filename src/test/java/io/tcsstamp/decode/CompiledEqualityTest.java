package io.tcsstamp.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.DefinitionPrinter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Random definitions and random packets: the compiled decoder gives bit for bit what the
 * interpreter gives. {@code -Dfuzz.inputs=N} is how many packets; {@code -Dfuzz.seed=N} is the seed
 * of the first definition, which is printed.
 */
class CompiledEqualityTest {
    private static final int PACKETS_PER_DEFINITION = 25;
    private static final int MOST_AROUND = 24;

    private int good;
    private int goodAlone;

    @Test
    void both_decoders_give_the_same() {
        long firstSeed = Long.getLong("fuzz.seed", System.nanoTime());
        long definitions = Math.max(1, Long.getLong("fuzz.inputs", 7_000) / PACKETS_PER_DEFINITION);
        System.out.println(
                "CompiledEqualityTest: %d definitions from -Dfuzz.seed=%d"
                        .formatted(definitions, firstSeed));
        for (long seed = firstSeed; seed < firstSeed + definitions; seed++) {
            definition(seed);
        }
        if (definitions >= 100) {
            assertThat(good).as("decoded packets").isGreaterThan((int) definitions);
        }
        // what is good is the business of generated code, not of the interpreter
        assertThat(goodAlone).isEqualTo(good);
    }

    private void definition(long seed) {
        RandomDefinitions definitions = new RandomDefinitions(seed);
        Random random = new Random(~seed);
        Definition definition = definitions.next();
        byte[] packet = {};
        try {
            DecoderPair pair = new DecoderPair(definition, options(random));
            for (int i = 0; i < PACKETS_PER_DEFINITION; i++) {
                packet = definitions.packet();
                decode(pair, packet, random);
                int wanted = (int) (pair.expected.bitsDecoded() + 7 >> 3);
                decode(pair, Arrays.copyOf(packet, wanted), random);
                decode(pair, Arrays.copyOf(packet, random.nextInt(wanted + 1)), random);
                decode(pair, Arrays.copyOf(packet, wanted + random.nextInt(20)), random);
            }
        } catch (DefinitionException | RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "-Dfuzz.seed=%d -Dfuzz.inputs=1, packet %s of %s"
                            .formatted(
                                    seed,
                                    HexFormat.of().formatHex(packet),
                                    DefinitionPrinter.print(definition)),
                    e);
        }
    }

    private static DecoderOptions options(Random random) {
        int share = random.nextInt(4);
        int salt = random.nextInt();
        Predicate<String> some = name -> (name.hashCode() * 31 + salt >>> 7) % 4 < share;
        return DecoderOptions.ALL.withRoot("ROOT").withSelected(share == 0 ? name -> true : some);
    }

    /** Decodes a packet by itself and within other bytes, which must not matter. */
    private void decode(DecoderPair pair, byte[] packet, Random random) {
        boolean alone = pair.decode(packet, 0, packet.length);
        if (alone) {
            good++;
            goodAlone += pair.decodesAlone(packet, 0, packet.length) ? 1 : 0;
        }
        int offset = random.nextInt(MOST_AROUND);
        byte[] around = new byte[offset + packet.length + random.nextInt(MOST_AROUND)];
        random.nextBytes(around);
        System.arraycopy(packet, 0, around, offset, packet.length);
        assertThat(pair.decode(around, offset, packet.length)).isEqualTo(alone);
    }
}
