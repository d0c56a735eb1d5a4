package io.tcsstamp.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.MatchCriteria.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueSetTest {
    private static ValueSet integers(long low, long high) {
        return ValueSet.integers(BigInteger.valueOf(low), BigInteger.valueOf(high));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void integers_between_two_fractions_may_be_none() {
        ValueSet two = integers(0, 3).where(Operator.GT, number("1.5"));

        assertThat(two.where(Operator.LT, number("2.5")).example()).isEqualTo(number("2"));
        assertThat(two.where(Operator.LT, number("2")).isEmpty()).isTrue();
        assertThat(two.where(Operator.NE, number("2")).where(Operator.NE, number("3")).isEmpty())
                .isTrue();
    }

    @Test
    void fractions_have_more_between_any_two() {
        ValueSet open =
                ValueSet.NUMBERS.where(Operator.GT, number("1")).where(Operator.LT, number("2"));

        assertThat(open.isEmpty()).isFalse();
        assertThat(open.where(Operator.GE, number("2")).isEmpty()).isTrue();
        assertThat(open).hasToString("> 1 and < 2");
    }

    @Test
    void what_is_open_to_one_side_is_never_empty() {
        assertThat(ValueSet.NUMBERS.where(Operator.GT, number("5")).isEmpty()).isFalse();
        assertThat(ValueSet.NUMBERS.where(Operator.NE, number("5")).isEmpty()).isFalse();
    }

    @Test
    void wide_integers_are_no_trouble() {
        ValueSet all = ValueSet.integers(BigInteger.ZERO, BigInteger.ONE.shiftLeft(1024));

        assertThat(all.where(Operator.NE, number("0")).example()).isEqualTo(number("1"));
        assertThat(ValueSet.number("1e999999999")).isNull();
        assertThat(ValueSet.number("0x10")).isEqualTo(number("16"));
        assertThat(ValueSet.number("ON")).isNull();
    }

    @Test
    void it_agrees_with_trying_all_values() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5000; round++) {
            ValueSet a = integers(0, 7);
            ValueSet b = integers(-2, 7);
            boolean[] holds = {true, true, true, true, true, true, true, true};
            StringBuilder told = new StringBuilder("seed " + seed);
            for (int i = random.nextInt(7); i > 0; i--) {
                Operator operator = Operator.values()[random.nextInt(6)];
                BigDecimal value = BigDecimal.valueOf(random.nextInt(20) - 2).divide(number("2"));
                told.append(" ").append(operator).append(value);
                if (random.nextBoolean()) {
                    a = a.where(operator, value);
                } else {
                    b = b.where(operator, value);
                }
                for (int v = 0; v < holds.length; v++) {
                    holds[v] &= operator.holds(BigDecimal.valueOf(v).compareTo(value));
                }
            }
            boolean any = false;
            for (boolean one : holds) {
                any |= one;
            }
            ValueSet both = a.and(b);
            assertThat(both.isEmpty()).as(told.toString()).isEqualTo(!any);
            if (any) {
                assertThat(holds[both.example().intValueExact()]).as(told.toString()).isTrue();
            }
        }
    }
}
