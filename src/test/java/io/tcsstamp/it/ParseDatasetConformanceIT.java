package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tcsstamp.conformance.XtceCases;
import io.tcsstamp.conformance.XtceDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code parse --format jsonl} over files of real packets, compared with what is expected. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParseDatasetConformanceIT {
    private static final int ENOUGH = 20;

    @RegisterExtension final Rig rig = new Rig();

    private final List<String> failures = new ArrayList<>();
    private int packets;

    @Test
    void every_line_of_the_datasets_is_as_expected() throws Exception {
        List<XtceDataset> sets = XtceDataset.load();
        assumeTrue(!sets.isEmpty(), "there is no dataset below " + XtceCases.folder());
        for (XtceDataset set : sets) {
            compare(set, parsed(set));
        }
        XtceCases.report("parsed packet", packets, failures);
        assertThat(packets).isPositive();
    }

    private Path parsed(XtceDataset set) throws Exception {
        BridgeProcess run =
                rig.startCommand(
                        Map.of(),
                        List.of(
                                "sh",
                                "-c",
                                "\"$0\" \"$@\" > lines.jsonl",
                                Folders.project().resolve("tcs-stamp").toString(),
                                "parse",
                                "--definition",
                                set.definition().toString(),
                                "--root-container",
                                set.rootContainer(),
                                "--skip",
                                String.valueOf(set.skip()),
                                "--format",
                                "jsonl",
                                set.packets().toString()));
        assertThat(run.awaitExit(Duration.ofSeconds(60))).as(run.report()).isZero();
        return rig.folder().resolve("lines.jsonl");
    }

    private void compare(XtceDataset set, Path file) throws IOException {
        try (Stream<JsonNode> expected = set.readExpected();
                Stream<String> got = Files.lines(file)) {
            Iterator<String> lines = got.iterator();
            Iterator<JsonNode> wanted = expected.iterator();
            while (wanted.hasNext() && lines.hasNext()) {
                packets++;
                JsonNode packet = wanted.next();
                String difference = difference(packet, XtceCases.parse(lines.next()));
                if (!difference.isEmpty() && failures.size() < ENOUGH) {
                    failures.add(
                            set.expected().getFileName()
                                    + " packet "
                                    + packet.get("index")
                                    + ": "
                                    + difference);
                }
            }
            if (wanted.hasNext() || lines.hasNext()) {
                failures.add(set.expected().getFileName() + ": not as many lines as packets");
            }
        }
    }

    private static String difference(JsonNode wanted, JsonNode got) {
        if (got.get("index").longValue() != wanted.get("index").longValue()) {
            return "index " + got.get("index");
        }
        String status = wanted.get("status").asText();
        boolean failed = !got.get("error").isNull();
        boolean overlong = got.has("warning");
        boolean unknown = got.get("packet").isNull();
        boolean same =
                switch (status) {
                    case "ok" -> !failed && !overlong;
                    case "ok_bits_mismatch" -> !failed && overlong;
                    case "unrecognized" -> failed && unknown;
                    default -> failed && !unknown;
                };
        if (!same) {
            return "expected " + status + ", got " + got.get("error") + got.path("warning");
        }
        if (!failed && !got.get("packet").equals(wanted.get("container"))) {
            return "expected " + wanted.get("container") + ", got " + got.get("packet");
        }
        return status.equals("error") ? "" : values(wanted.get("values"), got.get("values"));
    }

    /** Integers are compared as integers, floats as doubles: both have to be what they are. */
    private static String values(JsonNode wanted, JsonNode got) {
        for (Iterator<String> names = wanted.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode value = got.path(name);
            for (String part : List.of("raw", "value")) {
                if (!wanted.get(name).get(part).equals(value.path(part))) {
                    return name + ": expected " + wanted.get(name) + ", got " + value;
                }
            }
        }
        return wanted.size() == got.size()
                ? ""
                : "expected " + wanted.size() + " values, got " + got.size();
    }
}
