package io.tcsstamp.definition.xtce.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueKindsTest {
    private static final Map<String, ValueKind> KINDS = ValueKinds.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "long | 0;-1;+7;007;9223372036854775807;-9223372036854775808 |"
                        + " 1.0;1e3;0x1;9223372036854775808;-9223372036854775809;--1;a",
                "natural | 0;-0;5 | -1;9223372036854775808",
                "positive | 1;0001 | 0;-1",
                "int | 2147483647 | 2147483648",
                "double | 1;1.;.5;-1.5E+10;INF;-INF;NaN | .;1e;+INF;nan;0x1;1,5",
                "percent | 0;100;99.9 | 100.1;-1;NaN",
                "boolean | true;false;0;1 | TRUE;yes;2",
                "hex | 00;aB | 0;0g;0x00",
                "integer | 5;-5;0xFf;0O17;0b10;99999999999999999999 | 0x;0o8;0b2;-0x1;1.5",
                "floatBits | 32;032 | 33;-32",
                "name | a;a-b;\u00e9 | a.b;a/b;a:b;a[b;a]b;a b",
                "reference | a;/a;a/b;../a;./a;/../a;a b | a/;/;a//b;..;a/..;a.b;a:b;a[0]",
                "byteOrder | mostSignificantByteFirst;0;3,2,1,0;15 | 16;0,;,0;0 1;lsb",
                "duration | PT1S;P1Y2M3DT4H5M6.7S;-P1D;P1M | P;PT;P1S;1S;PT1.S;P1DT",
                "dateTime | 2000-02-29T23:59:59.9Z;2000-01-01T24:00:00;-0001-01-01T00:00:00+14:00 |"
                        + " 1900-02-29T00:00:00;2000-01-01;2000-01-01T24:00:01;0000-01-01T00:00:00;"
                        + "2000-13-01T00:00:00;2000-01-01T00:60:00;2000-01-01T00:00:00+14:01",
                "epoch | TAI;J2000;UNIX;GPS;2000-01-01;2000-01-01T12:00:00 | POSIX;tai;2000-1-1",
                "uri | a;http://x/y?z#f;a%20b | %zz;1:2;a[1]",
            })
    void kinds_accept_what_is_written_right(String kind, String right, String wrong) {
        assertThat(Arrays.asList(right.split(";")))
                .allMatch(v -> KINDS.get(kind).accepts(v, false));
        assertThat(Arrays.asList(wrong.split(";")))
                .noneMatch(v -> KINDS.get(kind).accepts(v, false));
    }

    @Test
    void white_space_around_counts_only_for_texts() {
        assertThat(KINDS.get("long").accepts(" 1\n", false)).isTrue();
        assertThat(KINDS.get("boolean").accepts("\ttrue ", false)).isTrue();
        assertThat(KINDS.get("byteOrder").accepts(" 0,1", false)).isFalse();
        assertThat(KINDS.get("epoch").accepts(" TAI", false)).isFalse();
        assertThat(KINDS.get("epoch").accepts(" 2000-01-01 ", false)).isTrue();
    }

    @Test
    void long_values_cost_no_more_than_their_length() {
        String digits = "9".repeat(1 << 20);
        for (ValueKind kind : KINDS.values()) {
            for (String text :
                    new String[] {
                        digits, "0,".repeat(1 << 19), "a/".repeat(1 << 19), "P" + digits
                    }) {
                kind.accepts(text, false); // neither runs away nor overflows the stack
            }
        }
        assertThat(KINDS.get("long").accepts("0".repeat(1 << 20) + "1", false)).isTrue();
        assertThat(KINDS.get("integer").accepts(digits, false)).isTrue();
    }
}
