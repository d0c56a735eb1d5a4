package io.tcsstamp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Seed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes, in whatever pieces: the same packets, and each byte accounted for once. */
class FramingFuzzTest {
    @Test
    @Timeout(60)
    void pieces_of_any_size_give_the_packets_of_one_pass() {
        Seed.rounds(
                1500,
                random -> {
                    PacketFraming framing = framing(random);
                    if (random.nextBoolean()) {
                        framing = framing.skip(random.nextInt(6));
                    }
                    byte[] stream = stream(random);
                    compare(Packets.of(framing.resync(resync(random))), stream, random);
                });
    }

    @Test
    @Timeout(60)
    void without_resynchronisation_errors_come_at_the_same_place() {
        Seed.rounds(800, random -> compare(Packets.of(framing(random)), stream(random), random));
    }

    @Test
    @Timeout(60)
    void packets_behind_garbage_are_all_found() {
        Seed.rounds(
                500,
                random -> {
                    List<byte[]> parts = new ArrayList<>();
                    List<String> good = new ArrayList<>();
                    int count = random.nextInt(16384);
                    for (int i = 0; i < 30; i++) {
                        // a single packet between garbage is not found, by the rule
                        if (i % 2 == 0 && random.nextInt(2) == 0) {
                            byte[] garbage = new byte[random.nextInt(300)];
                            // no version is 0 here, so nothing within passes for a header
                            Arrays.fill(garbage, (byte) (0x20 + random.nextInt(0xE0)));
                            parts.add(garbage);
                        }
                        byte[] data = new byte[1 + random.nextInt(100)];
                        Arrays.fill(data, (byte) 0xFF);
                        byte[] packet = CcsdsPackets.create(7, count++ & 0x3FFF, data);
                        parts.add(packet);
                        good.add(Streams.hex(packet));
                    }
                    byte[] stream = Streams.join(parts.toArray(byte[][]::new));
                    Packets packets = Packets.of(PacketFraming.ccsds().resync(Resync.on()));
                    assertThat(Streams.read(packets, stream, random))
                            .extracting(packet -> packet.substring(packet.indexOf(' ') + 1))
                            .isEqualTo(good);
                });
    }

    private static void compare(Packets packets, byte[] stream, Random random) throws IOException {
        Events whole = new Events();
        Events pieces = new Events();
        List<String> expected = new ArrayList<>();
        String error = message(expected, () -> Streams.read(packets.listener(whole), stream));
        List<String> got = new ArrayList<>();
        String other = message(got, () -> Streams.read(packets.listener(pieces), stream, random));
        assertThat(other).isEqualTo(error);
        assertThat(got).isEqualTo(expected);
        assertThat(pieces.causes()).isEqualTo(whole.causes());
        if (error == null && packets.framing.kind != PacketFraming.Kind.HEX) {
            account(stream, packets.framing.skip, expected, whole);
            account(stream, packets.framing.skip, got, pieces);
        }
    }

    /** Packets with what is skipped before them, and what is lost, are the stream. */
    private static void account(byte[] stream, int skip, List<String> packets, Events events) {
        TreeMap<Long, byte[]> parts = new TreeMap<>(Comparator.naturalOrder());
        for (String packet : packets) {
            int space = packet.indexOf(' ');
            long position = Long.parseLong(packet.substring(0, space));
            byte[] bytes = Streams.bytes(packet.substring(space + 1));
            assertThat(parts.put(position, bytes)).isNull();
            if (skip > 0) {
                int from = (int) position - skip;
                parts.put(position - skip, Arrays.copyOfRange(stream, from, (int) position));
            }
        }
        for (LostBytes lost : events.lost) {
            assertThat(parts.put(lost.position(), lost.bytes())).isNull();
        }
        assertThat(Streams.join(parts.values().toArray(byte[][]::new))).isEqualTo(stream);
    }

    private static String message(List<String> into, Reading reading) throws IOException {
        try {
            into.addAll(reading.read());
            return null;
        } catch (FramingException e) {
            return e.getMessage();
        }
    }

    private interface Reading {
        List<String> read() throws IOException;
    }

    private static PacketFraming framing(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> PacketFraming.fixed(1 + random.nextInt(30));
            case 1 -> PacketFraming.udp();
            case 2 ->
                    PacketFraming.lengthField(
                                    random.nextInt(40),
                                    1 + random.nextInt(32),
                                    random.nextInt(20) - 5)
                            .maxLength(1 + random.nextInt(200));
            case 3 -> PacketFraming.hex();
            case 4 -> PacketFraming.ccsds().sync(new byte[] {0x1a, (byte) 0xcf});
            default -> PacketFraming.ccsds().maxLength(8 + random.nextInt(300));
        };
    }

    private static Resync resync(Random random) {
        Resync resync = Resync.on();
        if (random.nextBoolean()) {
            resync = resync.midStream();
        }
        return random.nextBoolean() ? resync.expecting(0, 5, 6) : resync;
    }

    private static byte[] stream(Random random) {
        List<byte[]> parts = new ArrayList<>();
        int count = random.nextInt(16384);
        for (int i = random.nextInt(40); i > 0; i--) {
            byte[] some = new byte[random.nextInt(40)];
            random.nextBytes(some);
            switch (random.nextInt(7)) {
                case 0 -> parts.add(some);
                case 1 -> parts.add(new byte[random.nextInt(20)]);
                case 2 -> parts.add(CcsdsPackets.createUdp(1, 2, some, 3));
                case 3 -> parts.add((Streams.hex(some) + "\n").getBytes());
                case 4 -> parts.add(new byte[] {0x1a, (byte) 0xcf});
                default ->
                        parts.add(
                                Streams.packet(
                                        5 + random.nextInt(2),
                                        count++ & 0x3FFF,
                                        1 + random.nextInt(60)));
            }
        }
        return Streams.join(parts.toArray(byte[][]::new));
    }
}
