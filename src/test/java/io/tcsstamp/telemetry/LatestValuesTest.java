package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The latest value of every parameter, bounded. */
class LatestValuesTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger full = new AtomicInteger();
    private final LatestValues values = values(100);

    private LatestValues values(int most) {
        return new LatestValues(most, Duration.ofSeconds(10), full::incrementAndGet, clock::get);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static Map<String, String> texts(List<LatestValue> values) {
        Map<String, String> texts = new HashMap<>();
        values.forEach(value -> assertThat(texts.put(value.parameter(), value.text())).isNull());
        return texts;
    }

    @Test
    void theValueThatCameLastCounts() {
        values.source("tcs").add(block(at("02", "a", "1"), at("01", "a", "2"), at("03", "b", "3")));

        assertThat(texts(values.of("tcs"))).isEqualTo(Map.of("a", "2", "b", "3"));
    }

    @Test
    void whatIsNotInALaterBatchStays() {
        values.source("tcs").add(block(at("01", "a", "1"), at("01", "b", "1")));
        values.source("tcs").add(block(at("02", "b", "2")));

        assertThat(texts(values.of("tcs"))).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void itKnowsTimeAgeSourceAndNumber() {
        values.source("tcs").add(block(at("01.250", "a", "-1.5e2")));
        pass(Duration.ofSeconds(3));

        LatestValue value = values.all().get(0);
        assertThat(value.source()).isEqualTo("tcs");
        assertThat(value.time()).isEqualTo(Instant.parse("2021-01-08T16:34:01.250Z"));
        assertThat(value.age()).isEqualTo(Duration.ofSeconds(3));
        assertThat(value.number()).isEqualTo(-150);
        assertThat(value).hasToString("tcs a=-1.5e2");
    }

    @Test
    void sourcesAreApart() {
        values.source("tcs").add(block(at("01", "a", "1")));
        values.source("tcs2").add(block(at("01", "a", "2")));

        assertThat(values.sources()).containsExactly("tcs", "tcs2");
        assertThat(texts(values.of("tcs"))).isEqualTo(Map.of("a", "1"));
        assertThat(texts(values.of("tcs2"))).isEqualTo(Map.of("a", "2"));
        assertThat(values.all()).hasSize(2);
        assertThat(values.of("other")).isEmpty();
    }

    @Test
    void aValueThatIsStaleIsGoneAndGivesItsPlaceToAnother() {
        LatestValues two = values(2);
        two.source("tcs").add(block(at("01", "a", "1"), at("01", "b", "1")));
        pass(Duration.ofSeconds(9));
        two.source("tcs").add(block(at("10", "b", "2")));
        pass(Duration.ofSeconds(1));
        assertThat(texts(two.all())).isEqualTo(Map.of("a", "1", "b", "2"));

        pass(Duration.ofNanos(1));
        assertThat(texts(two.all())).isEqualTo(Map.of("b", "2"));
        two.source("other").add(block(at("11", "c", "3")));

        assertThat(texts(two.all())).isEqualTo(Map.of("b", "2", "c", "3"));
        assertThat(full).hasValue(0);
    }

    @Test
    void aValueThatWasStaleComesAgain() {
        ParameterTable names = new ParameterTable("", 10);
        SampleBatch batch = Batches.blocks(names, List.of(List.of(at("01", "a", "1"))));
        values.source("tcs").add(batch);
        pass(Duration.ofSeconds(11));
        assertThat(values.all()).isEmpty();
        assertThat(values.size()).isZero();

        values.source("tcs").add(batch);
        assertThat(values.all()).hasSize(1);
        assertThat(values.size()).isEqualTo(1);
    }

    @Test
    void zeroSecondsMeanForEver() {
        LatestValues all = new LatestValues(2, Duration.ZERO, () -> {}, clock::get);
        all.source("tcs").add(block(at("01", "a", "1")));
        pass(Duration.ofDays(1000));

        assertThat(all.all()).hasSize(1);
    }

    @Test
    void theLimitHoldsForAllSourcesIsToldOnceAndCounted() {
        LatestValues two = values(2);
        two.source("tcs").add(block(at("01", "a", "1")));
        two.source("tcs2").add(block(at("01", "c", "2"), at("01", "b", "3"), at("01", "a", "4")));
        two.source("tcs2").add(block(at("02", "d", "5"), at("02", "a", "6")));

        assertThat(texts(two.of("tcs"))).isEqualTo(Map.of("a", "1"));
        assertThat(texts(two.of("tcs2"))).isEqualTo(Map.of("c", "2"));
        assertThat(two.size()).isEqualTo(2);
        assertThat(two.capacity()).isEqualTo(2);
        assertThat(two.beyondCapacity()).isEqualTo(4);
        assertThat(full).hasValue(1);
    }

    @Test
    void namesOfManyTablesAreTheSameWhereTheyAreEqual() {
        ParameterTable first = new ParameterTable("", 10);
        ParameterTable second = new ParameterTable("", 10);
        SourceValues tcs = values.source("tcs");
        tcs.add(Batches.blocks(first, List.of(List.of(at("01", "a", "1"), at("01", "b", "1")))));
        tcs.add(Batches.blocks(second, List.of(List.of(at("02", "b", "2"), at("02", "a", "2")))));
        tcs.add(Batches.blocks(first, List.of(List.of(at("03", "a", "3")))));

        assertThat(texts(values.all())).isEqualTo(Map.of("a", "3", "b", "2"));
        assertThat(values.size()).isEqualTo(2);
    }

    @Test
    void namesInNoTableAreSeenToo() {
        values.source("own").add(SampleBatches.of(List.of(at("01", "a", "1"), at("01", "ß", "2"))));
        values.source("own").add(SampleBatches.of(List.of(at("01", "a", "3"))));

        assertThat(texts(values.all())).isEqualTo(Map.of("a", "3", "ß", "2"));
    }

    @Test
    void aLongNameIsLeftOutAndCounted() {
        String longest = "ü".repeat(128);
        values.source("own")
                .add(
                        SampleBatches.of(
                                List.of(at("01", longest, "1"), at("01", longest + "x", "2"))));

        assertThat(texts(values.all())).isEqualTo(Map.of(longest, "1"));
        assertThat(values.withLongName()).isEqualTo(1);
    }

    @Test
    void ofALongTextTheStartIsKeptAndItIsNoNumber() {
        String text = "1".repeat(300);
        values.source("own").add(SampleBatches.of(List.of(at("01", "a", text))));

        LatestValue value = values.all().get(0);
        assertThat(value.text()).isEqualTo("1".repeat(128) + "…");
        assertThat(value.number()).isNaN();
    }

    @Test
    void ofALongRawValueTheTextIsKept() {
        Sample sample = new Sample(Instant.EPOCH, "a", "5 V " + "x".repeat(300), "5");
        values.source("tcs").add(block(sample));

        LatestValue value = values.all().get(0);
        assertThat(value.number()).isEqualTo(5);
        assertThat(value.unit()).isEmpty();
    }

    @Test
    void everyCharsetIsReadAsItIs() {
        values.source("tcs").add(block(at("01", "a", "20 ºC")));
        values.source("own").add(SampleBatches.of(List.of(at("01", "a", "20 Ω"))));

        assertThat(values.of("tcs").get(0).text()).isEqualTo("20 ºC");
        assertThat(values.of("own").get(0).text()).isEqualTo("20 Ω");
    }

    /** What is kept must not change when whoever made the batch goes on. */
    @Test
    void aBatchIsNotHeldForLong() {
        byte[] bytes = "11".getBytes(StandardCharsets.US_ASCII);
        SampleBatchBuilder builder = SampleBatchBuilder.over(bytes, StandardCharsets.UTF_8, 1);
        builder.add(0, 0, new Parameter("a", 0), bytes, 0, 2, 0, 2, true);
        values.source("own").add(builder.build());
        assertThat(texts(values.all())).isEqualTo(Map.of("a", "11"));

        bytes[0] = '9';
        assertThat(texts(values.all())).isEqualTo(Map.of("a", "11"));
    }

    @Test
    void manyBatchesGiveWhatAMapGives() {
        Seed.rounds(300, this::compare);
    }

    private void compare(Random random) {
        LatestValues latest = values(1000);
        Map<String, String> model = new HashMap<>();
        ParameterTable names = new ParameterTable("", random.nextBoolean() ? 1000 : 3);
        for (int step = 0; step < 30; step++) {
            List<Sample> block = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                String name = "n" + random.nextInt(random.nextBoolean() ? 4 : 40);
                String text = "1".repeat(random.nextInt(5)) + random.nextInt(100);
                block.add(at("01", name, text));
                model.put(name, text);
            }
            latest.source("tcs").add(Batches.blocks(names, List.of(block)));
            clock.addAndGet(random.nextInt(100_000_000));
            if (random.nextInt(5) == 0) {
                assertThat(texts(latest.all())).isEqualTo(model);
            }
        }
        assertThat(texts(latest.all())).isEqualTo(model);
        assertThat(latest.size()).isEqualTo(model.size());
    }
}
