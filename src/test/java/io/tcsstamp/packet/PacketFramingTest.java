package io.tcsstamp.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketFramingTest {
    @ParameterizedTest
    @ValueSource(strings = {"ccsds", "fixed:71", "length:32:16:7", "length:0:8:-1", "udp", "hex"})
    void the_text_of_a_framing_is_what_was_read(String text) {
        assertThat(PacketFraming.parse(text)).hasToString(text);
    }

    @Test
    void nothing_is_added_to_a_length_unless_said() {
        assertThat(PacketFraming.parse(" length:8:12 ")).hasToString("length:8:12:0");
    }

    @Test
    void only_space_packets_are_space_packets() {
        assertThat(PacketFraming.ccsds().isCcsds()).isTrue();
        assertThat(PacketFraming.parse("length:32:16:7").isCcsds()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'',there is no framing ''",
        "CCSDS,there is no framing 'CCSDS'",
        "slip,there is no framing 'slip'",
        "ccsds:4,'ccsds takes 0 numbers, not 1'",
        "fixed,'fixed takes 1 numbers, not 0'",
        "fixed:x,'x' is no whole number",
        "fixed:0,the length of a packet must be 1 to 268435456",
        "length:8,'length takes 2 or 3 numbers, not 1'",
        "length:8:16:1:2,'length takes 2 or 3 numbers, not 4'",
        "length:-1:16,offset of the length field must be 0 to 524288",
        "length:0:33,width of the length field must be 1 to 32",
        "length:0:0,width of the length field must be 1 to 32",
        "length:0:16:999999999999,'999999999999' is no whole number",
    })
    void what_is_none_is_refused_with_what_is_possible(String text, String message) {
        assertThatThrownBy(() -> PacketFraming.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("framing '" + text + "'")
                .hasMessageContaining(message.replaceAll("^'(.)' is", "'$1' is"))
                .hasMessageContaining(
                        "ccsds, fixed:BYTES, length:BITOFFSET:BITS[:ADD], udp or hex");
    }

    @Test
    void what_is_skipped_is_bounded() {
        assertThatThrownBy(() -> PacketFraming.ccsds().skip(-1))
                .hasMessageContaining("bytes to skip must be 0 to 65536, not -1");
        assertThatThrownBy(() -> PacketFraming.ccsds().maxLength(0))
                .hasMessageContaining("the length of the longest packet must be 1 to");
        assertThatThrownBy(() -> Resync.on().expecting(2048)).hasMessageContaining("not 2048");
    }
}
