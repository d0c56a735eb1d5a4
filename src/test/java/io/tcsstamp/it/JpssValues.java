package io.tcsstamp.it;

import io.tcsstamp.workload.JpssLike;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What STAMP must get of the packets of {@link JpssLike}: cut out of their bytes by hand, without a
 * definition. Not thread-safe.
 */
final class JpssValues {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final LocalDateTime EPOCH = LocalDateTime.of(1958, 1, 1, 0, 0);
    private static final List<String> NAMES = JpssLike.names();

    private final ByteBuffer packets;
    private final int[] selected;
    private int packet;
    private int value;
    private String time;

    /**
     * The lines of packets, one behind the other.
     *
     * @param selected the parameters that are asked for; empty for all
     */
    JpssValues(byte[] packets, Set<String> selected) {
        this.packets = ByteBuffer.wrap(packets);
        this.selected =
                IntStream.range(0, NAMES.size())
                        .filter(i -> selected.isEmpty() || selected.contains(NAMES.get(i)))
                        .toArray();
    }

    /** How many lines there are. */
    long count() {
        return (long) packets.capacity() / JpssLike.PACKET_LENGTH * selected.length;
    }

    /** Says what is wrong with the next line; nothing where it is as it must be. */
    String difference(String line) {
        int at = packet * JpssLike.PACKET_LENGTH;
        if (at == packets.capacity()) {
            return "one line too many: '" + line + "'";
        }
        int index = selected[value];
        if (value == 0) {
            time =
                    EPOCH.plusDays(u16(at + 6))
                            .plusSeconds((packets.getInt(at + 8) & 0xFFFFFFFFL) / 1000)
                            .format(TIME);
        }
        String start = time + '\t' + NAMES.get(index) + "\t0000\t";
        Number expected = value(at, index);
        value = (value + 1) % selected.length;
        packet += value == 0 ? 1 : 0;
        return line.startsWith(start) && isEqual(expected, line.substring(start.length()))
                ? ""
                : "packet %d: expected '%s%s', got '%s'"
                        .formatted(at / JpssLike.PACKET_LENGTH, start, expected, line);
    }

    // how a float is written may vary, what it says must not
    private static boolean isEqual(Number expected, String text) {
        try {
            return expected instanceof Float number
                    ? Float.parseFloat(text) == number
                    : expected instanceof Double number
                            ? Double.parseDouble(text) == number
                            : text.equals(expected.toString());
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Number value(int at, int index) {
        return switch (index) {
            case 0 -> u16(at) >>> 13;
            case 1 -> u16(at) >>> 12 & 1;
            case 2 -> u16(at) >>> 11 & 1;
            case 3 -> u16(at) & 0x7FF;
            case 4 -> u16(at + 2) >>> 14;
            case 5 -> u16(at + 2) & 0x3FFF;
            case 6 -> u16(at + 4);
            case 7 -> (double) u16(at + 6);
            case 8 -> (double) u32(at + 8);
            case 9 -> (double) u16(at + 12);
            case 10 -> packets.get(at + 14) & 0xFF;
            case 11 -> u16(at + 15);
            case 12 -> u32(at + 17);
            case 13 -> u16(at + 21);
            case 20 -> u16(at + 47);
            case 21 -> u32(at + 49);
            case 22 -> u16(at + 53);
            default ->
                    packets.getFloat(
                            at + (index < 20 ? 23 + 4 * (index - 14) : 55 + 4 * (index - 23)));
        };
    }

    private int u16(int at) {
        return packets.getShort(at) & 0xFFFF;
    }

    private long u32(int at) {
        return packets.getInt(at) & 0xFFFFFFFFL;
    }
}
