package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.encoding;
import static io.tcsstamp.definition.xtce.Xtce.refused;
import static io.tcsstamp.definition.xtce.Xtce.withType;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberEncodingTest {
    private static DataEncoding.OfInteger integer(String attributes) {
        return (DataEncoding.OfInteger) encoding("<IntegerDataEncoding " + attributes + "/>");
    }

    private static DataEncoding.OfFloat real(String attributes) {
        return (DataEncoding.OfFloat) encoding("<FloatDataEncoding " + attributes + "/>");
    }

    private static void refusedEncoding(String marked, String code) {
        refused(withType("<FloatParameterType name='T'>" + marked + "</FloatParameterType>"), code);
    }

    @Test
    void an_integer_has_the_defaults_of_the_schema() {
        assertThat(integer(""))
                .isEqualTo(
                        new DataEncoding.OfInteger(
                                8,
                                IntegerKind.UNSIGNED,
                                ByteOrder.MOST_SIGNIFICANT_FIRST,
                                BitOrder.MOST_SIGNIFICANT_FIRST,
                                Calibration.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "unsigned, UNSIGNED",
        "twosComplement, TWOS_COMPLEMENT",
        "twosCompliment, TWOS_COMPLEMENT",
        "signed, TWOS_COMPLEMENT",
        "onesComplement, ONES_COMPLEMENT",
        "onesCompliment, ONES_COMPLEMENT",
        "signMagnitude, SIGN_MAGNITUDE",
        "BCD, BCD",
        "packedBCD, PACKED_BCD"
    })
    void integers_of_every_kind_are_read(String encoding, IntegerKind kind) {
        assertThat(integer("sizeInBits='16' encoding='" + encoding + "'").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"16, 16", "0x10, 16", "0b10000, 16", "0o20, 16", "' 16 ', 16", "1024, 1024"})
    void a_size_may_be_written_in_any_base(String text, int size) {
        assertThat(integer("sizeInBits='" + text + "'").sizeInBits()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1025", "8.5", "", "x", "99999999999999999999", "0x"})
    void a_size_that_is_none_is_refused(String size) {
        refusedEncoding("@@<IntegerDataEncoding sizeInBits='" + size + "'/>", "INVALID_VALUE");
    }

    @ParameterizedTest
    @CsvSource({"BCD, 12", "packedBCD, 6"})
    void half_a_digit_is_refused(String encoding, int size) {
        refusedEncoding(
                "@@<IntegerDataEncoding encoding='" + encoding + "' sizeInBits='" + size + "'/>",
                "INVALID_VALUE");
    }

    @Test
    void an_encoding_nobody_knows_is_refused() {
        refusedEncoding("@@<IntegerDataEncoding encoding='gray'/>", "INVALID_VALUE");
        refusedEncoding("@@<FloatDataEncoding encoding='posit'/>", "INVALID_VALUE");
    }

    @Test
    void a_float_has_the_defaults_of_the_schema() {
        assertThat(real(""))
                .isEqualTo(
                        new DataEncoding.OfFloat(
                                32,
                                FloatKind.IEEE754,
                                ByteOrder.MOST_SIGNIFICANT_FIRST,
                                BitOrder.MOST_SIGNIFICANT_FIRST,
                                Calibration.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "IEEE754, 16",
        "IEEE754_1985, 32",
        "IEEE-754, 64",
        "IEEE754, 80",
        "IEEE754, 128",
        "MILSTD_1750A, 32",
        "MIL-1750A, 48"
    })
    void floats_of_every_kind_and_size_are_read(String encoding, int size) {
        DataEncoding.OfFloat read = real("encoding='" + encoding + "' sizeInBits='" + size + "'");

        assertThat(read.sizeInBits()).isEqualTo(size);
        assertThat(read.kind().toString().charAt(0)).isEqualTo(encoding.charAt(0));
    }

    @ParameterizedTest
    @CsvSource({"IEEE754, 40", "IEEE754, 48", "MILSTD_1750A, 16", "MILSTD_1750A, 64"})
    void a_float_of_a_size_that_is_not_there_is_refused(String encoding, int size) {
        refusedEncoding(
                "@@<FloatDataEncoding encoding='" + encoding + "' sizeInBits='" + size + "'/>",
                "INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEC", "IBM", "TI"})
    void floats_of_old_machines_are_refused(String encoding) {
        refusedEncoding("@@<FloatDataEncoding encoding='" + encoding + "'/>", "UNSUPPORTED");
    }

    @ParameterizedTest
    @CsvSource({
        "mostSignificantByteFirst, MOST_SIGNIFICANT_FIRST",
        "leastSignificantByteFirst, LEAST_SIGNIFICANT_FIRST",
        "'3,2,1,0', MOST_SIGNIFICANT_FIRST",
        "'0,1,2,3', LEAST_SIGNIFICANT_FIRST"
    })
    void bytes_stand_in_either_order(String text, ByteOrder order) {
        assertThat(real("byteOrder='" + text + "'").byteOrder()).isEqualTo(order);
    }

    @Test
    void version_1_1_lists_the_bytes() {
        String list =
                "<IntegerDataEncoding sizeInBits='16'><ByteOrderList><Byte byteSignificance='0'/>"
                        + "<Byte byteSignificance='1'/></ByteOrderList></IntegerDataEncoding>";

        assertThat(((DataEncoding.OfInteger) encoding(list)).byteOrder())
                .isEqualTo(ByteOrder.LEAST_SIGNIFICANT_FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,0,3,2', UNSUPPORTED",
        "'1,0', UNSUPPORTED",
        "middleEndian, INVALID_VALUE",
        "'', INVALID_VALUE"
    })
    void other_orders_are_refused(String order, String code) {
        refusedEncoding("@@<FloatDataEncoding byteOrder='" + order + "'/>", code);
    }

    @Test
    void bits_stand_in_either_order() {
        assertThat(integer("bitOrder='leastSignificantBitFirst'").bitOrder())
                .isEqualTo(BitOrder.LEAST_SIGNIFICANT_FIRST);
        refusedEncoding("@@<IntegerDataEncoding bitOrder='any'/>", "INVALID_VALUE");
    }

    @Test
    void error_correction_is_refused() {
        refusedEncoding(
                "<IntegerDataEncoding>@@<ErrorDetectCorrect/></IntegerDataEncoding>",
                "UNSUPPORTED");
    }

    @Test
    void two_encodings_are_refused() {
        refusedEncoding("<IntegerDataEncoding/>@@<FloatDataEncoding/>", "INVALID_VALUE");
    }
}
