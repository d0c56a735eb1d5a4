package io.tcsstamp.monitor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be read is kept, byte for byte. */
class QuarantineTest {
    private static final String ORIGIN = "tcs 127.0.0.1:6666";

    @TempDir Path folder;
    private final TestClock clock = new TestClock("2026-11-21T06:00:00.123Z");
    private final LogLines log = new LogLines(Quarantine.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void writesAJsonObjectPerLine() throws IOException {
        try (Quarantine quarantine = quarantine("q")) {
            quarantine.add(ORIGIN, new Rejection("garbage".getBytes(ISO_8859_1), "no record"));
            quarantine.add("x", new Rejection(new byte[0], "empty", true));
        }
        assertThat(lines("q/quarantine-20261121.jsonl"))
                .containsExactly(
                        "{\"time\":\"2026-11-21T06:00:00.123Z\",\"origin\":\"tcs 127.0.0.1:6666\","
                                + "\"reason\":\"no record\",\"length\":7,"
                                + "\"hex\":\"67617262616765\"}",
                        "{\"time\":\"2026-11-21T06:00:00.123Z\",\"origin\":\"x\","
                                + "\"reason\":\"empty\",\"length\":0,\"continued\":true,"
                                + "\"hex\":\"\"}");
    }

    @Test
    void detailsStandBeforeTheBytes() throws IOException {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("cause", "short");
        details.put("decoded", "A=\"1\", B=\t");
        try (Quarantine quarantine = quarantine("q")) {
            quarantine.add("p", new Rejection(new byte[] {1}, "cut off", false, details));
        }
        assertThat(lines("q/quarantine-20261121.jsonl"))
                .singleElement()
                .asString()
                .endsWith(
                        "\"length\":1,\"cause\":\"short\","
                                + "\"decoded\":\"A=\\\"1\\\", B=\\u0009\",\"hex\":\"01\"}");
    }

    @Test
    void keepsEveryByteAndEveryCharacterOfTheReason() throws Exception {
        byte[] all = new byte[256];
        StringBuilder reason = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
            reason.append((char) i);
        }
        try (Quarantine quarantine = quarantine("q")) {
            quarantine.add("\"\\\n", new Rejection(all, reason + "€"));
        }
        List<String> lines = lines("q/quarantine-20261121.jsonl");
        assertThat(lines).hasSize(1);
        JsonObject json = (JsonObject) Jsoner.deserialize(lines.get(0));
        assertThat(HexFormat.of().parseHex(json.getString("hex"))).isEqualTo(all);
        assertThat(json.getInteger("length")).isEqualTo(256);
        assertThat(json.getString("reason")).isEqualTo(reason + "€");
        assertThat(json.getString("origin")).isEqualTo("\"\\\n");
    }

    @Test
    void startsAFilePerDayInUtc() throws IOException {
        try (Quarantine quarantine = quarantine("q")) {
            clock.set("2026-12-31T23:59:59.999Z");
            quarantine.add(ORIGIN, new Rejection(new byte[] {1}, "r"));
            clock.set("2027-01-01T00:00:00Z");
            quarantine.add(ORIGIN, new Rejection(new byte[] {2}, "r"));
        }
        assertThat(lines("q/quarantine-20261231.jsonl")).singleElement().asString().contains("01");
        assertThat(lines("q/quarantine-20270101.jsonl")).singleElement().asString().contains("02");
    }

    @Test
    void addsToTheFileOfTheDay() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (Quarantine quarantine = quarantine("q")) {
                quarantine.add(ORIGIN, new Rejection(new byte[] {1}, "r"));
            }
        }
        assertThat(lines("q/quarantine-20261121.jsonl")).hasSize(2);
    }

    @Test
    void makesItsFolderOnlyWhenItIsNeeded() {
        try (Quarantine quarantine = quarantine("deep/er")) {
            assertThat(folder.resolve("deep")).doesNotExist();
            quarantine.add(ORIGIN, new Rejection(new byte[] {1}, "r"));
            assertThat(folder.resolve("deep/er/quarantine-20261121.jsonl")).isNotEmptyFile();
        }
    }

    @Test
    void countsRecordsOnceAndAllTheirBytes() {
        try (Quarantine quarantine = quarantine("q")) {
            quarantine.add(ORIGIN, new Rejection(new byte[10], "long"));
            quarantine.add(ORIGIN, new Rejection(new byte[5], "long", true));
            quarantine.add(ORIGIN, new Rejection(new byte[1], "short"));

            assertThat(quarantine.records()).isEqualTo(2);
            assertThat(quarantine.bytes()).isEqualTo(16);
            assertThat(quarantine.unstored()).isZero();
        }
    }

    @Test
    void saysTheFirstOfAKindOnly() {
        try (Quarantine quarantine = quarantine("q")) {
            for (int i = 0; i < 3; i++) {
                quarantine.add(ORIGIN, new Rejection(new byte[i], "one reason"));
                quarantine.add(ORIGIN, new Rejection(new byte[i], "another"));
            }
            quarantine.add("tcs2", new Rejection(new byte[1], "one reason"));
        }
        assertThat(log.lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("WARNING"))
                .anyMatch(line -> line.contains("tcs2: one reason (1 byte put into " + folder));
    }

    @Test
    void saysEachApidOnceButNotMoreThanSomeOfThemForACause() {
        try (Quarantine quarantine = quarantine("q")) {
            for (int apid = 0; apid < 2000; apid++) {
                quarantine.add("p", unknown(apid));
                quarantine.add("p", unknown(apid));
            }
            quarantine.add("p", new Rejection(new byte[2], "something else"));

            assertThat(quarantine.records()).isEqualTo(4001);
        }
        assertThat(log.lines()).hasSize(64 + 1 + 1);
        assertThat(log.lines().get(63)).contains("p: unknown packet, APID 63 (1 byte put");
        assertThat(log.lines().get(64)).contains("p: unknown packets of more than 64 APIDs");
        assertThat(log.lines().get(65)).contains("p: something else (2 bytes");
    }

    private static Rejection unknown(int apid) {
        return new Rejection(
                new byte[1],
                "unknown packet, APID " + apid,
                false,
                Map.of("cause", "unknown", "apid", String.valueOf(apid)));
    }

    @Test
    void numbersInAReasonMakeNoKindOfTheirOwn() {
        try (Quarantine quarantine = quarantine("q")) {
            for (int i = 1; i < 4; i++) {
                quarantine.add("p", rejection(i + " bytes passed over", "garbage", ""));
                quarantine.add("p", rejection(i + " bits are wanted", "short", "A"));
                quarantine.add("p", rejection(i + " bits are wanted", "short", "B"));
                quarantine.add(
                        "p",
                        new Rejection(
                                new byte[1],
                                "APID " + i,
                                false,
                                Map.of("cause", "unknown", "apid", String.valueOf(i))));
            }
        }
        assertThat(log.lines())
                .hasSize(6)
                .anyMatch(line -> line.contains("1 bytes passed over"))
                .anyMatch(line -> line.contains("APID 3"));
    }

    private static Rejection rejection(String reason, String cause, String parameter) {
        Map<String, String> details = Map.of("cause", cause, "parameter", parameter);
        return new Rejection(new byte[1], reason, false, details);
    }

    private Quarantine quarantine(String name) {
        return new Quarantine(folder.resolve(name), 1 << 20, clock);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
