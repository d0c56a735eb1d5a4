package io.tcsstamp.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.it.LanderPackets;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.arrow.vector.util.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrow files, read back by Arrow's own reader. */
class ArrowWriterTest {
    @TempDir Path folder;

    /** A file as it is read: its schema, and the values of each column. */
    private record Table(Schema schema, Map<String, List<Object>> columns, int batches) {
        List<Object> column(String name) {
            return columns.get(name);
        }

        Field field(String name) {
            return schema.findField(name);
        }
    }

    private PacketWriter writer(boolean raw) throws IOException {
        return new ArrowWriter(folder.resolve("out"), Written.lander(), name -> true, raw);
    }

    private Table table(String container) throws IOException {
        Path file = folder.resolve("out").resolve(container + ".arrow");
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        int batches = 0;
        try (BufferAllocator allocator = new RootAllocator();
                FileChannel channel = FileChannel.open(file);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            while (reader.loadNextBatch()) {
                batches++;
                for (FieldVector vector : root.getFieldVectors()) {
                    columns.computeIfAbsent(vector.getName(), name -> new ArrayList<>())
                            .addAll(objects(reader, vector));
                }
            }
            return new Table(root.getSchema(), columns, batches);
        }
    }

    private static List<Object> objects(ArrowFileReader reader, FieldVector vector)
            throws IOException {
        boolean labels = vector.getField().getDictionary() != null;
        if (!labels) {
            return objects(vector);
        }
        long id = vector.getField().getDictionary().getId();
        try (FieldVector decoded =
                (FieldVector)
                        DictionaryEncoder.decode(vector, reader.getDictionaryVectors().get(id))) {
            return objects(decoded);
        }
    }

    private static List<Object> objects(FieldVector vector) {
        List<Object> objects = new ArrayList<>();
        for (int row = 0; row < vector.getValueCount(); row++) {
            Object value = vector.getObject(row);
            objects.add(value instanceof Text ? value.toString() : value);
        }
        return objects;
    }

    @Test
    void columns_are_typed_and_hold_derived_values() throws IOException {
        Written.write(
                new LanderPackets()
                        .attitude(LanderPackets.FIRST_MILLIS, 0, 60, true, 1.5f, 2f, 0.1)
                        .log("aside")
                        .attitude(LanderPackets.FIRST_MILLIS + 1, 2, 61, false, 3f, 4f, -1e300),
                writer(false));

        Table table = table("Attitude");
        assertThat(table.column("packet.index")).containsExactly(0L, 2L);
        long first = LanderPackets.FIRST_MILLIS * 1_000_000;
        assertThat(table.column("packet.time")).containsExactly(first, first + 1_000_000);
        assertThat(table.column("TIME")).containsExactly(first, first + 1_000_000);
        assertThat(table.column("MODE")).containsExactly("SAFE", "µ-GRAVITY \uD83D\uDE80");
        assertThat(table.column("HULL")).containsExactly(10.0, 10.5);
        assertThat(table.column("LIT")).containsExactly(true, false);
        assertThat(table.column("POSITION.x")).containsExactly(1.5f, 3f);
        assertThat(table.column("RANGE")).containsExactly(0.1, -1e300);
        assertThat(table.field("TIME").getType()).hasToString("Timestamp(NANOSECOND, UTC)");
        assertThat(table.field("VERSION").getType()).hasToString("Int(8, false)");
        assertThat(table.field("APID").getType()).hasToString("Int(16, false)");
        assertThat(table.field("HULL").getMetadata())
                .containsEntry("unit", "degC")
                .containsEntry("parameter", "/Lander/HULL")
                .containsEntry("description", "of the hull");
        assertThat(table.schema().getCustomMetadata())
                .containsEntry("definition", "Lander")
                .containsEntry("container", "/Lander/Attitude")
                .containsEntry("values", "derived");
    }

    @Test
    void raw_values_are_those_of_the_packet() throws IOException {
        Written.write(
                new LanderPackets().attitude(5, 1, 60, true, 1.5f, 2f, 0.1).log("ab", (byte) 3),
                writer(true));

        Table attitude = table("Attitude");
        assertThat(attitude.column("TIME")).containsExactly(5L);
        assertThat(attitude.column("MODE")).containsExactly((byte) 1);
        assertThat(attitude.column("HULL")).containsExactly((byte) 60);
        assertThat(attitude.column("LIT")).containsExactly((byte) 7);
        assertThat(attitude.field("HULL").getMetadata()).doesNotContainKey("unit");
        assertThat(table("Log").column("NOTE")).containsExactly("ab".getBytes());
        assertThat(table("Log").column("BLOB")).containsExactly(new byte[] {3});
    }

    @Test
    void wide_integers_are_text_and_arrays_lists() throws IOException {
        BigInteger huge = BigInteger.ONE.shiftLeft(127);
        Written.write(
                new LanderPackets()
                        .science(-1, -2, huge, 3)
                        .science(1, 2, BigInteger.ZERO, 0)
                        .science(2, 2, BigInteger.ZERO, 1),
                writer(false));

        Table table = table("Science");
        assertThat(table.column("BIG")).containsExactly(-1L, 1L, 2L);
        assertThat(table.field("BIG").getType()).hasToString("Int(64, false)");
        assertThat(table.column("SMALL")).containsExactly(-2L, 2L, 2L);
        assertThat(table.column("HUGE")).containsExactly(huge.toString(), "0", "0");
        assertThat(table.column("SAMPLES"))
                .containsExactly(List.of((byte) 0, (byte) 1, (byte) 2), null, List.of((byte) 0));
        assertThat(table.column("SAMPLE_COUNT")).containsExactly((byte) -1, (byte) -1, (byte) -1);
    }

    @Test
    void times_that_arrow_cannot_hold_are_null_and_told() throws IOException {
        PacketWriter writer = writer(false);
        Written.write(new LanderPackets().attitude(-1, 0, 0, true, 0, 0, 0), writer);

        assertThat(table("Attitude").column("TIME")).containsExactly((Object) null);
        assertThat(writer.note()).contains("times are null");
    }

    @Test
    void failed_packets_go_to_a_file_of_their_own() throws IOException {
        Written.write(new LanderPackets().log("good").data(101, (byte) 9), writer(false));

        assertThat(table("Log").column("NOTE")).containsExactly("good");
        assertThat(Files.readString(folder.resolve("out/failed.jsonl")))
                .hasLineCount(1)
                .contains("\"index\":1", "\"cause\":\"short\"");
    }

    @Test
    void a_folder_with_something_in_it_is_refused() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/mine"), "");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> writer(false))
                .withMessageContaining("not empty");
    }

    /** All values of many packets in several batches are those that the decoder says. */
    @Test
    void random_packets_come_back() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        LanderPackets packets = new LanderPackets();
        int count = 150_000;
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(3)) {
                case 0 ->
                        packets.attitude(
                                random.nextLong(1L << 42),
                                random.nextInt(3),
                                random.nextInt(256),
                                random.nextBoolean(),
                                random.nextFloat(),
                                random.nextFloat(),
                                random.nextGaussian());
                case 1 -> {
                    byte[] blob = new byte[random.nextInt(20)];
                    random.nextBytes(blob);
                    packets.log("é".repeat(random.nextInt(10)), blob);
                }
                default ->
                        packets.science(
                                random.nextLong(),
                                random.nextLong(),
                                new BigInteger(128, random),
                                random.nextInt(5));
            }
        }
        Written.write(packets, writer(false));

        Map<String, List<Map<String, Object>>> expected = new HashMap<>();
        PacketDecoder decoder = Written.lander();
        PacketWriter collect =
                new PacketWriter() {
                    @Override
                    public void write(long index, PacketValues values) {
                        expected.computeIfAbsent(values.container().name(), n -> new ArrayList<>())
                                .add(row(index, values));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Written.write(decoder, packets.toBytes(), collect);
        for (String container : List.of("Attitude", "Log", "Science")) {
            Table table = table(container);
            List<Map<String, Object>> rows = expected.get(container);
            assertThat(table.column("packet.index")).hasSameSizeAs(rows);
            assertThat(table.batches()).isGreaterThan(0);
            for (int i = 0; i < rows.size(); i++) {
                int row = i;
                rows.get(i)
                        .forEach(
                                (name, value) ->
                                        assertThat(text(table.column(name).get(row)))
                                                .as("seed %d, %s %s", seed, name, row)
                                                .isEqualTo(text(value)));
            }
        }
        assertThat(table("Attitude").batches()).as("seed %d", seed).isGreaterThan(1);
    }

    /** What a row must hold, from the views of the values; the elements of arrays in a list. */
    private static Map<String, Object> row(long index, PacketValues values) {
        Map<String, Object> row = new HashMap<>();
        row.put("packet.index", index);
        List<Object> samples = new ArrayList<>();
        for (int slot = 0; slot < values.size(); slot++) {
            Object value = values.value(slot);
            String name = values.field(slot).name();
            if (name.equals("TIME")) {
                Instant instant = values.instant(slot).orElseThrow();
                value = instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
            }
            if (name.startsWith("SAMPLES")) {
                samples.add(value);
            } else {
                row.put(name, value);
            }
        }
        if (values.container().name().equals("Science")) {
            row.put("SAMPLES", samples.isEmpty() ? null : samples);
        }
        return row;
    }

    /** Numbers as text, so that those of different Java types compare; unsigned 8 and 64 bits. */
    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ArrowWriterTest::text).toList().toString();
        }
        if (value instanceof Byte b) {
            return String.valueOf(b & 0xFF);
        }
        if (value instanceof Character c) {
            return String.valueOf((int) c);
        }
        if (value instanceof Float f) {
            return String.valueOf((double) f);
        }
        if (value instanceof BigInteger i && i.bitLength() == 64) {
            return String.valueOf(i.longValue());
        }
        return String.valueOf(value);
    }
}
