package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.refused;
import static io.tcsstamp.definition.xtce.Xtce.type;
import static io.tcsstamp.definition.xtce.Xtce.withType;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.Calibrator.Term;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.Epoch;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.TimeUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {
    private static ParameterType.OfTime time(String attributes, String encoding, String reference) {
        return (ParameterType.OfTime)
                type(
                        "<AbsoluteTimeParameterType name='T'><Encoding "
                                + attributes
                                + ">"
                                + encoding
                                + "</Encoding>"
                                + reference
                                + "</AbsoluteTimeParameterType>");
    }

    private static ParameterType.OfTime since(String epoch) {
        return time(
                "",
                "<IntegerDataEncoding/>",
                "<ReferenceTime><Epoch>" + epoch + "</Epoch></ReferenceTime>");
    }

    private static void refusedTime(String marked, String code) {
        refused(
                withType(
                        "<AbsoluteTimeParameterType name='T'>"
                                + marked
                                + "</AbsoluteTimeParameterType>"),
                code);
    }

    private static Calibration calibration(ParameterType.OfTime time) {
        return ((DataEncoding.OfInteger) time.encoding()).calibration();
    }

    @ParameterizedTest
    @CsvSource({"TAI, TAI", "J2000, J2000", "UNIX, UNIX", "POSIX, POSIX", "' GPS ', GPS"})
    void epochs_have_names(String text, Epoch.Named epoch) {
        assertThat(since(text).epoch()).contains(epoch);
    }

    @ParameterizedTest
    @CsvSource({
        "2009-10-10T12:00:00-05:00, 2009-10-10T17:00:00Z",
        "1958-01-01T00:00:00Z, 1958-01-01T00:00:00Z",
        "2000-01-01T12:00:00.5, 2000-01-01T12:00:00.500Z",
        "2000-01-01, 2000-01-01T00:00:00Z",
        "2000-01-01Z, 2000-01-01T00:00:00Z"
    })
    void an_epoch_may_be_a_date(String text, Instant instant) {
        assertThat(since(text).epoch()).contains(new Epoch.At(instant));
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2000-13-01", "2000-01-01T25:00:00", "''"})
    void an_epoch_that_is_none_is_refused(String epoch) {
        refusedTime(
                "<Encoding><IntegerDataEncoding/></Encoding><ReferenceTime>@@<Epoch>"
                        + epoch
                        + "</Epoch></ReferenceTime>",
                "INVALID_VALUE");
    }

    @ParameterizedTest
    @CsvSource({
        "seconds, SECONDS",
        "picoSeconds, PICOSECONDS",
        "days, DAYS",
        "months, MONTHS",
        "years, YEARS",
        "s, SECONDS"
    })
    void a_time_has_a_unit(String text, TimeUnit unit) {
        assertThat(time("units='" + text + "'", "<IntegerDataEncoding/>", "").unit())
                .isEqualTo(unit);
    }

    @Test
    void a_unit_nobody_knows_is_refused() {
        refusedTime(
                "@@<Encoding units='smoots'><IntegerDataEncoding/></Encoding>", "INVALID_VALUE");
    }

    @Test
    void a_time_without_scale_and_offset_is_not_calibrated() {
        ParameterType.OfTime read = time("", "<IntegerDataEncoding/>", "");

        assertThat(calibration(read).isNone()).isTrue();
        assertThat(read.unit()).isEqualTo(TimeUnit.SECONDS);
        assertThat(read.absolute()).isTrue();
        assertThat(read.epoch()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"scale='2', 2, 0", "offset='-1', 1, -1", "scale='1E-6' offset='3', 1E-6, 3"})
    void scale_and_offset_take_the_place_of_the_calibrator(
            String attributes, double scale, double offset) {
        String calibrated =
                "<IntegerDataEncoding><DefaultCalibrator><PolynomialCalibrator/></DefaultCalibrator>"
                    + "</IntegerDataEncoding>";

        assertThat(calibration(time(attributes, calibrated, "")))
                .isEqualTo(
                        new Calibration(
                                Optional.of(
                                        new Calibrator.Polynomial(
                                                List.of(new Term(offset, 0), new Term(scale, 1)))),
                                List.of()));
        assertThat(calibration(time("", calibrated, "")).byDefault())
                .contains(new Calibrator.Polynomial(List.of()));
    }

    @Test
    void a_scale_of_a_text_is_refused() {
        refusedTime(
                "@@<Encoding scale='2'><StringDataEncoding><SizeInBits><Fixed><FixedValue>8"
                        + "</FixedValue></Fixed></SizeInBits></StringDataEncoding></Encoding>",
                "UNSUPPORTED");
    }

    @Test
    void a_time_may_count_from_another_one() {
        ParameterType.OfTime read =
                time(
                        "",
                        "<IntegerDataEncoding/>",
                        "<ReferenceTime><OffsetFrom parameterRef='A'/></ReferenceTime>");

        assertThat(read.offsetFrom()).contains(new ParameterRef("/S/A", true));
    }

    @Test
    void an_epoch_counts_more_than_an_offset() throws Exception {
        List<Problem> warnings = new ArrayList<>();
        XtceReader.read(
                withType(
                        "<AbsoluteTimeParameterType name='T'><ReferenceTime><OffsetFrom"
                                + " parameterRef='NONE'/><Epoch>TAI</Epoch></ReferenceTime>"
                                + "<Encoding><IntegerDataEncoding/></Encoding>"
                                + "</AbsoluteTimeParameterType>"),
                "d.xml",
                warnings::add);

        assertThat(warnings).extracting(Problem::code).containsExactly("EPOCH_AND_OFFSET");
    }

    @Test
    void a_duration_is_read() {
        assertThat(
                        ((ParameterType.OfTime)
                                        type(
                                                "<RelativeTimeParameterType name='T'><Encoding>"
                                                        + "<FloatDataEncoding/></Encoding>"
                                                        + "</RelativeTimeParameterType>"))
                                .absolute())
                .isFalse();
    }

    @Test
    void a_time_without_an_encoding_is_refused() {
        refused(withType("@@<AbsoluteTimeParameterType name='T'/>"), "MISSING_ELEMENT");
        refusedTime("@@<Encoding/>", "MISSING_ELEMENT");
        refusedTime(
                "<Encoding><IntegerDataEncoding/></Encoding>@@<ReferenceTime/>", "MISSING_ELEMENT");
    }

    @Test
    void limits_of_a_time_are_refused() {
        refusedTime("<Encoding><IntegerDataEncoding/></Encoding>@@<DefaultAlarm/>", "UNSUPPORTED");
    }
}
