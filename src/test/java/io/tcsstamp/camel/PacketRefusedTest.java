package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.LogLines;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source names and its definition has not: the bridge does not start, and says why. */
@Timeout(60)
class PacketRefusedTest {
    @TempDir Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNTER           | 'COUNTER' is no absolute time; the definition has no",
                "NOPE              | has no parameter 'NOPE'; the definition has no absolute time",
                "NOPE.part         | has no parameter 'NOPE.part'",
                "cds:DAY,NOPE      | has no parameter 'NOPE'",
                "cds:DAY,MESSAGE   | 'MESSAGE' is no number",
            })
    void aTimeThatIsNone(String time, String why) throws Exception {
        assertThat(refusal("", "packet.time", time))
                .contains("source packets: packet.time: ")
                .contains(why);
    }

    @Test
    void theTimesThatThereAreAreTold() throws Exception {
        String type =
                "<AbsoluteTimeParameterType name=\"At\"><Encoding><IntegerDataEncoding"
                        + " sizeInBits=\"32\"/></Encoding><ReferenceTime><Epoch>TAI</Epoch>"
                        + "</ReferenceTime></AbsoluteTimeParameterType></ParameterTypeSet>";
        String parameter = "<Parameter name=\"CLOCK\" parameterTypeRef=\"At\"/></ParameterSet>";
        Path timed =
                PacketStreams.write(
                        home.resolve("timed.xml"),
                        PacketStreams.definition()
                                .replace("</ParameterTypeSet>", type)
                                .replace("</ParameterSet>", parameter));

        assertThat(refusal("", "packet.time", "COUNTER", "packet.definitions", timed.toString()))
                .contains("'COUNTER' is no absolute time; absolute times are CLOCK");
    }

    @Test
    void aSecondSourceIsToldWithItsOwnProperty() throws Exception {
        String template = "camel.route-template[gps].";
        assertThat(
                        refusal(
                                String.join(
                                        "\n",
                                        template + "template-id = packet-source",
                                        template + "route-id = gps",
                                        template + "id = gps",
                                        template + "endpoint = 127.0.0.1:1",
                                        template + "time = COUNTER"),
                                BridgeSettings.FURTHER_SOURCES,
                                "true"))
                .contains("source gps: camel.route-template[gps].time: 'COUNTER' is no absolute");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNTRE     | has no parameter 'COUNTRE'; near are COUNTER",
                "Q*,NOPE_NOT | has no parameter that 'Q*' fits; the others are not in it either",
            })
    void aSelectionOfNothing(String select, String why) throws Exception {
        assertThat(refusal("", "packet.select", select))
                .contains("source packets: packet.select: the definition Test ")
                .contains(why);
    }

    private String refusal(String configuration, String... settings) throws Exception {
        String[] all = new String[settings.length + 4];
        all[0] = "packet.endpoint";
        all[1] = "127.0.0.1:1";
        all[2] = "packet.definitions";
        all[3] = PacketStreams.definition(home).toString();
        System.arraycopy(settings, 0, all, 4, settings.length);
        try (LogLines log = new LogLines(Bridge.class);
                PacketRig rig = new PacketRig(home, configuration, all)) {
            assertThat(rig.exitCode()).isEqualTo(2);
            return log.lines().stream()
                    .filter(line -> line.contains("cannot start"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
