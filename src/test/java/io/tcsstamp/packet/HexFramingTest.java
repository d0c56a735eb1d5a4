package io.tcsstamp.packet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.packet.LostBytes.Cause;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexFramingTest {
    private final Events events = new Events();
    private final Packets packets = Packets.of(PacketFraming.hex());
    private final Packets lenient =
            Packets.of(PacketFraming.hex().resync(Resync.on())).listener(events);

    @Test
    void each_line_is_a_packet() throws IOException {
        String text = "0102\r\n\n  AB cd\tEf \n2026-01-01T00:00:00Z|0a0b\n \n1 | 2|03 04";
        assertThat(Streams.read(packets, text.getBytes(US_ASCII)))
                .containsExactly("0 0102", "7 abcdef", "19 0a0b", "47 0304");
    }

    @Test
    void bytes_before_each_packet_are_skipped() throws IOException {
        Packets skipping = Packets.of(PacketFraming.hex().skip(2));
        assertThat(Streams.read(skipping, "ffff01\nffff0203".getBytes(US_ASCII)))
                .containsExactly("0 01", "7 0203");
    }

    @ParameterizedTest
    @CsvSource({
        "01g2,line 2: column 3: 'g' is no hexadecimal digit",
        "t|0102x,line 2: column 7: 'x' is no hexadecimal digit",
        "01\u00012,line 2: column 3: the byte 0x01 is no hexadecimal digit",
        "012,line 2: an odd number of hexadecimal digits: 3",
        "'12:00:00|',line 2: no hexadecimal digits behind the |",
    })
    void a_line_that_is_none_is_an_error_or_is_passed_over(String line, String message)
            throws IOException {
        byte[] text = ("00\n" + line + "\n01").getBytes(US_ASCII);
        assertThatThrownBy(() -> Streams.read(packets, text))
                .isInstanceOf(FramingException.class)
                .hasMessage("at byte 3: " + message);

        assertThat(Streams.read(lenient, text)).containsExactly("0 00", 4 + line.length() + " 01");
        LostBytes lost = events.lost.get(0);
        assertThat(lost.cause()).isEqualTo(Cause.NOT_HEX);
        assertThat(lost.position()).isEqualTo(3);
        assertThat(lost.bytes()).isEqualTo(line.getBytes(US_ASCII));
        assertThat(lost.reason()).isEqualTo(message);
    }

    @Test
    void after_an_error_the_next_line_can_be_read() throws IOException {
        PacketReader reader = packets.reader();
        byte[] text = "xx\n01\n".getBytes(US_ASCII);
        reader.feed(text, 0, text.length);
        assertThatThrownBy(reader::next).isInstanceOf(FramingException.class);
        assertThat(reader.next()).isTrue();
        assertThat(reader.packet().copy()).containsExactly(1);
    }

    @Test
    void a_line_without_end_takes_no_memory_without_end() throws IOException {
        Packets small =
                Packets.of(PacketFraming.hex().maxLength(100).resync(Resync.on())).listener(events);
        String text = "0".repeat(300_000) + "\n" + "00".repeat(101) + "\n01\n";
        PacketReader reader = small.reader();
        byte[] bytes = text.getBytes(US_ASCII);
        for (int at = 0; at < bytes.length; at += 1000) {
            reader.feed(bytes, at, Math.min(1000, bytes.length - at));
            while (reader.next()) {
                assertThat(reader.packet().copy()).containsExactly(1);
            }
        }
        assertThat(events.lost.get(0).reason()).isEqualTo("line 1: longer than 4396 characters");
        assertThat(events.lost.get(0).bytes()).hasSize(5000);
        LostBytes last = events.lost.get(events.lost.size() - 1);
        assertThat(last.reason()).isEqualTo("line 2: a packet of 101 bytes, possible are 1 to 100");
        assertThat(events.lost.stream().filter(l -> !l.continued())).hasSize(2);
        assertThat(events.lost.stream().mapToInt(l -> l.bytes().length).sum())
                .isEqualTo(300_000 + 202);
    }
}
