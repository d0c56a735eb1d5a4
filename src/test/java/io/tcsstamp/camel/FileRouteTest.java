package io.tcsstamp.camel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Lines are appended to a file whose name is a property. */
class FileRouteTest extends ShippedRoutesTest {
    @Override
    String[] settings() {
        return new String[] {
            "stamp.file", folder.resolve("out").toString(), "stamp.file-name", "day-${routeId}.txt"
        };
    }

    @Test
    void appendsEveryBatchInOrder() throws IOException {
        read("2026/11/21 08:00:00.000 UTC\ta\t1\u0003".getBytes(ISO_8859_1));
        read("2026/11/21 08:00:01.000 UTC\ta\t2\u0003".getBytes(ISO_8859_1));

        await().until(() -> spool("file").counters().confirmed() == 2);
        Path file = folder.resolve("out").resolve("day-file.txt");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "21.11.2026 08:00:00\ta\t0000\t1", "21.11.2026 08:00:01\ta\t0000\t2");
        // each destination has a queue and a thread of its own
        await("the standard output is used as well")
                .until(() -> spool("stdout").counters().confirmed() == 2);
        assertThat(written().lines()).hasSize(2);
    }
}
