package io.tcsstamp.decode;

import static io.tcsstamp.decode.TestDefinitions.byDefault;
import static io.tcsstamp.decode.TestDefinitions.dynamic;
import static io.tcsstamp.decode.TestDefinitions.fixed;
import static io.tcsstamp.decode.TestDefinitions.integerEncoding;
import static io.tcsstamp.decode.TestDefinitions.label;
import static io.tcsstamp.decode.TestDefinitions.line;
import static io.tcsstamp.decode.TestDefinitions.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterType;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decoding leaves nothing for the garbage collector. */
class NoGarbageTest {
    private static final int PACKETS = 20_000;

    @Test
    void numbers_labels_arrays_and_plain_text_allocate_nothing() throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        ParameterType.Scalar element = s.unsigned(8);
        s.root(
                s.field("ID", s.unsigned(8)),
                s.field("CAL", s.integer(12, IntegerKind.TWOS_COMPLEMENT, byDefault(line(1, 2)))),
                s.field("PAD", s.unsigned(4)),
                s.field("F", s.real(32, FloatKind.IEEE754)),
                s.field(
                        "L",
                        s.labels(
                                integerEncoding(8, IntegerKind.UNSIGNED, Calibration.NONE),
                                label("1", "ONE"))),
                s.field("T", s.text("UTF-8", fixed(16), new TextExtent.Terminated("00"))),
                s.field("N", s.unsigned(8)),
                s.field(
                        "A",
                        new ParameterType.OfArray(
                                s.common(),
                                element.qualifiedName(),
                                List.of(new Dimension(fixed(0), dynamic("N", 1, -1))))));
        s.inheritor("ONE", "ROOT", when("ID", Operator.EQ, "1"), s.field("B", s.binary(fixed(8))));
        byte[] packet = {1, 0, 0x10, 0x3f, (byte) 0x80, 0, 0, 1, 'A', 0, 2, 7, 8, 9};
        PacketDecoder decoder =
                PacketDecoders.interpreted(s.build(), DecoderOptions.ALL.withRoot("ROOT"));
        PacketValues values = decoder.newValues();
        assertThat(decoder.decode(packet, 0, packet.length, values)).isTrue();
        assertThat(allocated(decoder, packet, values)).isLessThan(PACKETS);
    }

    /** Bytes for all packets, after warming up; what is measured allocates a little by itself. */
    private static long allocated(PacketDecoder decoder, byte[] packet, PacketValues values) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        run(decoder, packet, values);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(decoder, packet, values);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void run(PacketDecoder decoder, byte[] packet, PacketValues values) {
        for (int i = 0; i < PACKETS; i++) {
            decoder.decode(packet, 0, packet.length, values);
        }
    }
}
