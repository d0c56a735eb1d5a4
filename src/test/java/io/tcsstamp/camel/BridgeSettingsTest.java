package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.EmissionOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings say, and what Camel is told of them. */
class BridgeSettingsTest {
    private static final Path HOME = Path.of("/home/of/bridge");

    @Test
    void extraDestinationsAreSeparatedByWhiteSpaceOnly() {
        String file = "file:a?fileName=s-${date-with-timezone:now:UTC:yyyyMMdd}.txt&x=1,2";

        assertThat(settings("stamp.to", "").extraDestinations()).isEmpty();
        assertThat(settings("stamp.to", " \t").extraDestinations()).isEmpty();
        assertThat(settings("stamp.to", file).extraDestinations()).containsExactly(file);
        assertThat(settings("stamp.to", "log:a  " + file + "\tlog:b").extraDestinations())
                .containsExactly("log:a", file, "log:b");
        assertThat(settings("stamp.to", "log:a, log:b ,log:c,").extraDestinations())
                .containsExactly("log:a", "log:b", "log:c");
    }

    @Test
    void pathsAreRelativeToTheHomeUnlessAbsolute() {
        BridgeSettings settings = settings("quarantine.folder", "q", "tcs.units", "/etc/units");

        assertThat(settings.path("quarantine.folder")).isEqualTo(HOME.resolve("q"));
        assertThat(settings.path("tcs.units")).isEqualTo(Path.of("/etc/units"));
    }

    @Test
    void aCopyWithAnotherValueLeavesTheFirst() {
        BridgeSettings settings = settings("stamp.rate", "1");

        assertThat(settings.with("stamp.rate", "2").get("stamp.rate")).isEqualTo("2");
        assertThat(settings.get("stamp.rate")).isEqualTo("1");
        assertThat(settings.get("unknown")).isEmpty();
    }

    @Test
    void housekeepingIsAsSaid() {
        var options =
                settings(
                                "stamp.clear",
                                "false",
                                "stamp.sort",
                                "name",
                                "stamp.fractional-time",
                                "true")
                        .housekeeping();

        assertThat(options.clear()).isFalse();
        assertThat(options.order()).isEqualTo(EmissionOrder.NAME);
        assertThat(options.fractionalTime()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, each, 0",
        "0.0, 0, each, 0",
        "0.001, 0, rate, 1",
        "2.5, 0, rate, 2500",
        "604800, 0, rate, 604800000",
        "0, 1, blocks, 0",
        "5, 7, blocks, 5000",
    })
    void oneWayOfEmissionIsChosen(String rate, String blocks, String emission, String millis) {
        Map<Object, Object> told =
                new BridgeProperties(settings("stamp.rate", rate, "stamp.rate-blocks", blocks))
                        .overrides();

        assertThat(told)
                .containsEntry("stamp.emission", emission)
                .containsEntry("stamp.rate-millis", millis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''|false|''|stdout",
                "h:1|false|''|stamp",
                "''|true|''|''",
                "h:1|true|log:a log:b|stamp to-1 to-2",
                "''|false|log:a|stdout to-1",
            })
    void destinationsFollowFromEndpointsAndTable(
            String stamp, String rich, String to, String expected) {
        List<String> ids =
                new BridgeProperties(
                                settings(
                                        "stamp.endpoint",
                                        stamp,
                                        "stamp.rich",
                                        rich,
                                        "stamp.to",
                                        to))
                        .destinationIds();

        assertThat(String.join(" ", ids)).isEqualTo(expected);
    }

    private static BridgeSettings settings(String... keysAndValues) {
        return TestSettings.of(HOME, Path.of("quarantine"), keysAndValues);
    }
}
