package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The table gives each name one parameter, whatever the names look like. */
class ParameterTableTest {
    @Test
    void aNameHasOneParameterWhereverItStands() {
        ParameterTable table = new ParameterTable("", 10);
        byte[] bytes = "ch1_iout ch1_iout ch1_vout".getBytes(ISO_8859_1);

        Parameter first = table.find(bytes, 0, 8);

        assertThat(table.find(bytes, 9, 8)).isSameAs(first);
        assertThat(table.find(bytes, 18, 8)).isNotSameAs(first);
        assertThat(first.name()).isEqualTo("ch1_iout");
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void ordinalsAreWithoutGaps() {
        ParameterTable table = new ParameterTable("", 1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(find(table, "n" + i).ordinal()).isEqualTo(i);
            assertThat(find(table, "n" + i / 2).ordinal()).isEqualTo(i / 2);
        }
    }

    @Test
    @Timeout(30)
    void randomNamesBehaveLikeAMap() {
        Seed.rounds(
                20,
                random -> {
                    ParameterTable table = new ParameterTable("p_", 10_000);
                    Map<String, Parameter> model = new HashMap<>();
                    for (int i = 0; i < 4000; i++) {
                        byte[] name = new byte[1 + random.nextInt(random.nextBoolean() ? 3 : 20)];
                        random.nextBytes(name);
                        String text = new String(name, ISO_8859_1);
                        Parameter found = table.find(name, 0, name.length);
                        assertThat(found.name()).isEqualTo("p_" + text);
                        Parameter before = model.putIfAbsent(text, found);
                        assertThat(before == null || before == found).isTrue();
                    }
                    assertThat(table.size()).isEqualTo(model.size());
                });
    }

    @Test
    void namesThatDifferInOneBytePlaceAreKeptApart() {
        ParameterTable table = new ParameterTable("", 1000);
        Set<Parameter> found = new HashSet<>();
        for (int length = 1; length <= 24; length++) {
            for (int place = 0; place < length; place++) {
                byte[] name = "a".repeat(length).getBytes(ISO_8859_1);
                name[place] = 'b';
                found.add(table.find(name, 0, length));
            }
        }
        assertThat(found).hasSize(24 * 25 / 2);
    }

    @Test
    void beyondTheLimitNewNamesAreUnlistedAndOldOnesKept() {
        ParameterTable table = new ParameterTable("", 2);
        Parameter a = find(table, "a");
        find(table, "b");

        Parameter c = find(table, "c");

        assertThat(c.ordinal()).isEqualTo(Parameter.UNLISTED);
        assertThat(c.name()).isEqualTo("c");
        assertThat(find(table, "c")).isNotSameAs(c).isEqualTo(c);
        assertThat(find(table, "a")).isSameAs(a);
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void namesBeyondFourMebibytesInAllAreUnlisted() {
        ParameterTable table = new ParameterTable("", 1 << 20);
        String end = "x".repeat(1000);
        for (int i = 0; i < 5000; i++) {
            Parameter found = find(table, i + end);
            assertThat(found.name()).isEqualTo(i + end);
        }

        assertThat(table.size()).isBetween(4000, 4194);
        assertThat(find(table, "0" + end)).isSameAs(find(table, "0" + end));
        assertThat(find(table, 4999 + end).ordinal()).isEqualTo(Parameter.UNLISTED);
    }

    @Test
    void thePrefixStandsBeforeEveryName() {
        ParameterTable table = new ParameterTable("tcs2_", 1);

        assertThat(find(table, "é").name()).isEqualTo("tcs2_é");
        assertThat(find(table, "unlisted").name()).isEqualTo("tcs2_unlisted");
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ParameterTable("", 0));
    }

    private static Parameter find(ParameterTable table, String name) {
        byte[] bytes = name.getBytes(ISO_8859_1);
        return table.find(bytes, 0, bytes.length);
    }
}
