package io.tcsstamp.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.workload.JpssLike;
import io.tcsstamp.workload.ManyParameters;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What generated classes cost: code, memory, garbage. */
class GeneratedCodeTest {
    /** HotSpot never compiles a method of more bytecodes. */
    private static final int MOST_BYTECODES = 8_000;

    @Test
    void no_packet_of_numbers_allocates() throws Exception {
        for (String document : List.of(JpssLike.definition(), JpssLike.calibratedDefinition())) {
            PacketDecoder decoder = decoder(document);
            byte[] packets = JpssLike.packets(1000, 1);
            // the first rounds link call sites
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 10 && least > 0; i++) {
                least = Math.min(least, allocated(decoder, packets, 50));
            }
            assertThat(least).isZero();
        }
    }

    private static long allocated(PacketDecoder decoder, byte[] packets, int rounds) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        PacketValues values = decoder.newValues();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < rounds; round++) {
            for (int at = 0; at < packets.length; at += JpssLike.PACKET_LENGTH) {
                if (!decoder.decode(packets, at, JpssLike.PACKET_LENGTH, values)) {
                    throw new AssertionError(values.report());
                }
            }
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void no_method_is_too_large_to_be_compiled() throws Exception {
        PlanText siblings = new PlanText().unsigned("ID", 16).root("R", "ID");
        for (int i = 0; i < 3000; i++) {
            siblings.inheritor("C" + i, "R", "ID=" + i);
        }
        for (Definition definition :
                List.of(
                        XtceReader.read(JpssLike.calibratedDefinition(), "test"),
                        XtceReader.read(ManyParameters.definition(), "test"),
                        siblings.read())) {
            DecoderPair pair = new DecoderPair(definition, DecoderOptions.ALL);
            assertThat(pair.classFiles).isNotEmpty();
            assertThat(pair.classFiles)
                    .allSatisfy(file -> assertThat(largest(file)).isBetween(1, MOST_BYTECODES));
        }
    }

    @Test
    void methods_of_random_definitions_are_small_too() throws Exception {
        long seed = System.nanoTime();
        RandomDefinitions definitions = new RandomDefinitions(seed);
        for (int i = 0; i < 200; i++) {
            DecoderOptions options = DecoderOptions.ALL.withRoot("ROOT");
            DecoderPair pair = new DecoderPair(definitions.next(), options);
            assertThat(pair.classFiles)
                    .as("seed %d", seed)
                    .allSatisfy(file -> assertThat(largest(file)).isBetween(1, MOST_BYTECODES));
        }
    }

    @Test
    void the_classes_of_a_dropped_decoder_are_unloaded() throws Exception {
        WeakReference<Class<?>> code =
                new WeakReference<>(decoder(JpssLike.definition()).getClass());
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            System.gc();
                            return code.get() == null;
                        });
    }

    /** The bytecodes of the largest method but the initializer of constants, which runs once. */
    private static int largest(byte[] classFile) {
        int largest = 0;
        ClassFileMethods methods = new ClassFileMethods(classFile);
        while (methods.next()) {
            if (!methods.name().equals("<clinit>")) {
                largest = Math.max(largest, methods.bytecodes());
            }
        }
        return largest;
    }

    private static PacketDecoder decoder(String document) throws Exception {
        PacketDecoder decoder =
                PacketDecoders.compiled(XtceReader.read(document, "test"), DecoderOptions.ALL);
        assertThat(decoder.getClass().isHidden()).isTrue();
        return decoder;
    }
}
