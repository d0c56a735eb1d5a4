package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.camel.BridgeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of packet sources that cannot work are refused in one line. */
class PacketSettingsCheckTest {
    @TempDir Path home;

    private BridgeSettings load(String... keysAndValues) {
        Map<String, String> said = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            said.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return SettingsLoader.defaults(home, said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "packet.framing|tcp|there is no framing 'tcp'",
                "packet.framing|fixed|fixed takes 1 numbers",
                "packet.time|cds:DAY|cds:DAYS,MILLIS,MICROS",
                "packet.time|A,B|absolute time",
                "packet.name-pattern|x|must contain {parameter}",
                "packet.name-pattern|{parameter}{unit}|must contain {parameter}",
                "packet.idle|keep|must be skip or decode",
                "packet.skip|-1|from 0 to 65536",
                "packet.tls|yes|true or false",
                "packet.definitions|nix.xml|--definition 'nix.xml' (packet.definitions)",
                "packet.endpoint|localhost|--packets localhost:5000",
                "packet.endpoint|localhost:5000|needs a definition",
            })
    void whatCannotWorkIsRefused(String key, String value, String words) {
        assertThatThrownBy(() -> load(key, value))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(words)
                .hasMessageContaining(key)
                .hasMessageNotContaining("\n");
    }

    @Test
    void nothingIsReadInTheClearWhereEncryptionIsAskedFor() throws Exception {
        Files.writeString(home.resolve("a.xml"), "");
        for (String endpoint : List.of("listen:5000", "udp:5000", "file:a.xml")) {
            assertThatThrownBy(
                            () ->
                                    load(
                                            "packet.endpoint",
                                            endpoint,
                                            "packet.definitions",
                                            "a.xml",
                                            "packet.tls",
                                            "true"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("'" + endpoint + "'")
                    .hasMessageContaining("would not be encrypted");
        }
    }

    @Test
    void segmentsAreOfSpacePackets() {
        assertThatThrownBy(
                        () -> load("packet.combine-segments", "true", "packet.framing", "fixed:8"))
                .hasMessageContaining("only for packet.framing=ccsds");
    }

    @Test
    void anEndpointWithADefinitionIsRight() throws Exception {
        Files.writeString(home.resolve("a.xml"), "");

        assertThat(
                        load("packet.endpoint", "udp:5000", "packet.definitions", "a.xml")
                                .get("packet.time"))
                .isEqualTo("reception");
        assertThatThrownBy(
                        () -> load("packet.endpoint", "file:b.bin", "packet.definitions", "a.xml"))
                .hasMessageContaining("no file or folder b.bin");
    }
}
