package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketEndpointTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:5000, CONNECT, localhost:5000",
        "tcp:[::1]:5000, CONNECT, [::1]:5000",
        "listen:5000, LISTEN, 127.0.0.1:5000",
        "listen:0.0.0.0:5000, LISTEN, 0.0.0.0:5000",
        "udp:5001, UDP, 127.0.0.1:5001",
        "udp:10.0.0.1:5001, UDP, 10.0.0.1:5001",
        "file:day.bin, FILE, day.bin"
    })
    void isReadFromText(String text, PacketEndpoint.Kind kind, String address) {
        assertThat(PacketEndpoint.parse(text)).isEqualTo(new PacketEndpoint(kind, address, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "localhost:0", "listen:", "udp:x", "file:", "a b:1"})
    void saysWhatIsPossible(String text) {
        assertThatThrownBy(() -> PacketEndpoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("udp:[HOST:]PORT");
    }

    @Test
    void aFileStaysAndAFoldersFilesAreMoved(@TempDir Path home) throws Exception {
        Files.createFile(home.resolve("a.bin"));

        assertThat(PacketEndpoint.parse("file:a.bin").fileUri(home))
                .isEqualTo("file:" + home + "?noop=true&fileName=RAW(a.bin)");
        assertThat(PacketEndpoint.parse("file:.").fileUri(home))
                .isEqualTo("file:" + home + "?readLock=changed&move=.done");
        assertThat(PacketEndpoint.parse("file:.?noop=true&readLock=none").fileUri(home))
                .isEqualTo("file:" + home + "?noop=true&readLock=none");
    }
}
