package io.tcsstamp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.packet.CcsdsPackets;
import io.tcsstamp.packet.FramingException;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketReader;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.packet.Resync;
import io.tcsstamp.packet.SequenceTracker;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Random;

/** Framing: every byte is in a packet or reported, once, however the bytes come. */
final class PacketTarget implements FuzzTarget {
    private static final String[] FRAMINGS = {
        "ccsds",
        "udp",
        "fixed:7",
        "fixed:1",
        "length:32:16:7",
        "length:3:5:-2",
        "length:0:32",
        "hex"
    };

    @Override
    public byte[] input(Random random) {
        byte[] valid = valid(random);
        return switch (random.nextInt(6)) {
            case 0 -> valid;
            case 1 -> Mutation.noise(3000, random);
            default -> Mutation.of(valid, valid(random), random);
        };
    }

    private static byte[] valid(Random random) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        int count = random.nextInt(16384);
        for (int i = random.nextInt(12); i > 0; i--) {
            byte[] data = new byte[1 + random.nextInt(50)];
            random.nextBytes(data);
            int flags = random.nextInt(4);
            int apid = random.nextBoolean() ? 5 : 2047;
            byte[] packet = CcsdsPackets.create(0, 0, 0, apid, flags, count++ & 0x3FFF, data);
            switch (random.nextInt(4)) {
                case 0 -> stream.writeBytes(CcsdsPackets.createUdp(1, 2, packet, 0));
                case 1 -> stream.writeBytes((HexFormat.of().formatHex(packet) + "\n").getBytes());
                default -> stream.writeBytes(packet);
            }
        }
        return stream.toByteArray();
    }

    @Override
    public void check(byte[] input, Random random) throws Exception {
        String name = FRAMINGS[random.nextInt(FRAMINGS.length)];
        PacketFraming framing = PacketFraming.parse(name);
        if (random.nextInt(4) == 0) {
            read(Packets.of(framing), input, random);
            return;
        }
        Resync resync = random.nextBoolean() ? Resync.on() : Resync.on().midStream();
        Packets packets =
                Packets.of(framing.resync(random.nextBoolean() ? resync : resync.expecting(5)));
        long bytes = read(packets, input, random);
        if (!name.equals("hex")) {
            assertThat(bytes).isEqualTo(input.length);
        }
        // headers of segments that were put together are in neither
        assertThat(
                        read(
                                packets.skipIdle()
                                        .sequences(new SequenceTracker())
                                        .combineSegments(random.nextInt(4), 100),
                                input,
                                random))
                .isLessThanOrEqualTo(name.equals("hex") ? Long.MAX_VALUE : input.length);
    }

    /** Bytes in packets and bytes lost. */
    private static long read(Packets packets, byte[] input, Random random) throws Exception {
        PacketReader reader = packets.reader();
        int largest = 1 + random.nextInt(300);
        long bytes = 0;
        try {
            for (int at = 0; at < input.length; ) {
                int count = Math.min(input.length - at, random.nextInt(largest + 1));
                reader.feed(input, at, count);
                at += count;
                bytes += drain(reader);
            }
            reader.end();
            return bytes + drain(reader) + reader.lostBytes();
        } catch (FramingException refused) {
            assertThat(refused).hasMessageMatching("at byte [0-9]+: [ -~]{3,200}");
            return bytes;
        }
    }

    private static long drain(PacketReader reader) throws FramingException {
        long bytes = 0;
        while (reader.next()) {
            bytes += reader.packet().length();
            assertThat(reader.packet().copy()).isNotEmpty();
        }
        return bytes;
    }
}
