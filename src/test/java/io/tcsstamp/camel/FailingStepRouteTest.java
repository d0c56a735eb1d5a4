package io.tcsstamp.camel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;

/** A batch that a step behind the housekeeping fails on is kept, not lost. */
class FailingStepRouteTest extends ShippedRoutesTest {
    private static final String RECORD = "2026/11/21 08:00:00.000 UTC\tpsu_vdc\t28.1 V";

    @Override
    String[] settings() {
        return new String[] {"stamp.to", "mock:out"};
    }

    @Override
    void moreBeans() {
        main.bind(
                "endWhereEmpty",
                (Processor)
                        exchange -> {
                            throw new IllegalStateException("a step that fails, for this test");
                        });
    }

    @Test
    void goesToQuarantineAsItCame() {
        read((RECORD + '\u0003').getBytes(ISO_8859_1));

        await().until(() -> monitor.quarantine().records() == 1);
        assertThat(quarantined())
                .contains(HexFormat.of().formatHex((RECORD + '\u0003').getBytes(ISO_8859_1)));
        assertThat(received("mock:out")).isEmpty();
    }

    private String quarantined() {
        try (Stream<Path> files = Files.list(folder.resolve("quarantine"))) {
            return Files.readString(files.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
