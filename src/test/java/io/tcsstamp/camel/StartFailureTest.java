package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.NoSuchEndpointException;
import org.junit.jupiter.api.Test;

/** Why Camel did not start, in one line. */
class StartFailureTest {
    private static final BridgeSettings SETTINGS =
            new BridgeSettings(Path.of("."), Map.of("stamp.to", "log:a nosuch:thing"));

    @Test
    void theInnermostCauseIsToldWithTheRoute() {
        Exception cause = new IllegalArgumentException("no such property");
        Exception failure = new RuntimeException("Failed to create route: tcs at: x", cause);

        assertThat(of(failure)).isEqualTo("route tcs: no such property");
    }

    @Test
    void aDestinationIsToldByItsUri() {
        Exception cause = new NoSuchEndpointException("nosuch://thing");
        Exception failure = new RuntimeException("Failed to create route: to-2 at: x", cause);

        assertThat(of(failure)).startsWith("stamp.to 'nosuch:thing': ");
        assertThat(StartFailure.isUsage(failure)).isTrue();
        assertThat(StartFailure.isUsage(new RuntimeException("disk"))).isFalse();
    }

    @Test
    void aPasswordInAnEndpointIsNotTold() {
        BridgeSettings settings =
                new BridgeSettings(
                        Path.of(""),
                        Map.of("stamp.to", "ftp:op@host/x?passive=true&password=s3cr3t"));
        Exception cause = new NoSuchEndpointException("ftp://host");
        Exception failure = new RuntimeException("Failed to create route: to-1 at: x", cause);

        assertThat(StartFailure.of(failure, settings))
                .startsWith("stamp.to 'ftp:")
                .contains("passive=true")
                .doesNotContain("s3cr3t");
        assertThat(settings.toString()).contains("passive=true").doesNotContain("s3cr3t");
        assertThat(SpoolSettings.destinations(settings.with("spool.folder", "spool")))
                .singleElement()
                .satisfies(each -> assertThat(each.endpoint()).doesNotContain("s3cr3t"));
    }

    @Test
    void aStoreForTlsIsToldByItsProperty() {
        Exception cause = new TlsException("tcs.tls.key-store", "x.p12: no such file");
        Exception failure = new RuntimeException("Failed to start route: tcs2", cause);

        assertThat(of(failure)).isEqualTo("tcs.tls.key-store: x.p12: no such file");
        assertThat(StartFailure.isUsage(failure)).isTrue();
    }

    @Test
    void onlyFirstLinesAreTold() {
        assertThat(of(new RuntimeException("first\nsecond")))
                .endsWith("first")
                .startsWith("routes or application.properties: ");
    }

    @Test
    void objectsOfTheProgramAreNotTold() {
        assertThat(of(new RuntimeException("nonsense on bean: org.apache.X@51b279c9")))
                .endsWith("nonsense");
    }

    @Test
    void isNeverLongerThanALineOfALog() {
        assertThat(of(new RuntimeException("x".repeat(10_000)))).hasSizeLessThan(500);
    }

    @Test
    void anAddressThatIsTakenIsToldByItsProperty() {
        Exception failure =
                new RuntimeException("cannot start", new BindException("Address already in use"));

        assertThat(StartFailure.of(failure, SETTINGS.with("packet.endpoint", "listen:15010")))
                .startsWith("packet.endpoint (--packets) listen:15010: Address already in use");
        assertThat(of(failure)).startsWith("an endpoint that listens: Address already in use");
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));

        assertThat(of(one)).hasLineCount(1);
    }

    private static String of(Throwable failure) {
        return StartFailure.of(failure, SETTINGS);
    }
}
