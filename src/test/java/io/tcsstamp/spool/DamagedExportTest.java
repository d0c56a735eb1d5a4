package io.tcsstamp.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.spool.SpoolInspection.Exported;
import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be read of a damaged file is exported, in order, and nothing else. */
@Timeout(120)
class DamagedExportTest {
    private static final int BATCHES = 2000;
    private static final int PAGE = 16_384;

    @TempDir Path folder;

    @Test
    void readsAroundTwoDamagedPages() throws Exception {
        Path file = folder.resolve("stamp.db");
        SpoolFiles.write(file, BATCHES);
        long pages = Files.size(file) / PAGE;
        assertThat(pages).isGreaterThan(30);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page : List.of(pages / 3, 2 * pages / 3)) {
                bytes.seek(page * PAGE);
                bytes.write(new byte[PAGE]);
            }
        }

        List<String> lines = export(file, 2);

        // a page holds about 25 batches; those between both pages are there too
        assertThat(lines.size()).isBetween((BATCHES - 80) * SpoolFiles.LINES, 19_900);
        List<String> all = SpoolFiles.batches(0, BATCHES).lines().toList();
        assertThat(lines.get(lines.size() / 2)).isIn(all.subList(9_000, 11_000));
        assertSomeOf(all, lines);
    }

    @Test
    void neverWritesWhatWasNotInIt() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path whole = folder.resolve("whole.db");
        SpoolFiles.write(whole, 300);
        byte[] content = Files.readAllBytes(whole);
        List<String> all = SpoolFiles.batches(0, 300).lines().toList();
        int exported = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = content.clone();
            for (int flips = 1 + random.nextInt(200); flips > 0; flips--) {
                damaged[100 + random.nextInt(damaged.length - 100)] ^= (byte) random.nextInt(256);
            }
            Path file = folder.resolve("stamp.db.corrupt-" + i);
            Files.write(file, damaged);
            try {
                List<String> lines = export(file, -1);
                assertSomeOf(all, lines);
                exported += lines.size();
            } catch (SpoolFailure e) {
                assertThat(e).hasMessageContaining(file.toString());
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
            Files.delete(file);
        }
        System.out.println(
                "DamagedExportTest seed " + seed + ": " + exported + " of " + 200 * all.size());
        assertThat(exported).as("seed %d", seed).isPositive();
    }

    private static List<String> export(Path file, int gaps) throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Exported exported = SpoolInspection.export(file, Instant.MIN, Instant.MAX, text);
        if (gaps >= 0) {
            assertThat(exported.gaps()).isEqualTo(gaps);
        }
        return new ArrayList<>(text.toString(StandardCharsets.UTF_8).lines().toList());
    }

    /** The lines are some of all, in their order. */
    private static void assertSomeOf(List<String> all, List<String> lines) {
        int at = 0;
        for (String line : lines) {
            while (at < all.size() && !all.get(at).equals(line)) {
                at++;
            }
            assertThat(at).as("the place of %s", line).isLessThan(all.size());
            at++;
        }
    }
}
