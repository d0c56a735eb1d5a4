package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.monitor.Quarantine;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log says of packets that are missing. */
class PacketBookTest {
    @ParameterizedTest
    @CsvSource({"1, 1 packet is missing", "2, 2 packets are missing"})
    void howManyAreMissingIsTold(int missing, String told) {
        try (LogLines log = new LogLines(PacketBook.class);
                Quarantine none = new Quarantine(Path.of("none"), 0, Clock.systemUTC())) {
            BridgeMonitor monitor = new BridgeMonitor(none, link -> {});
            new PacketBook(monitor, "p", "here").gap(7, 3, 3 + missing, missing, 0);

            assertThat(log.lines()).singleElement().asString().contains("p here: APID 7: ", told);
        }
    }
}
