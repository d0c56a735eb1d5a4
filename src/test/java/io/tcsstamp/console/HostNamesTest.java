package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
    private static final HostNames LOCAL =
            new HostNames("127.0.0.1", true, Set.of("ops.example.org", "ops.example.org:8443"));
    private static final HostNames OPEN = new HostNames("0.0.0.0", false, Set.of());

    @ParameterizedTest
    @CsvSource({
        "localhost:9401, true, true",
        "OPS.example.org, true, false",
        "ops.example.org:1, true, false",
        "xops.example.org, false, false",
        "192.0.2.7:9401, false, true",
        "[2001:db8::1]:9401, false, true",
        "192.0.2.7.example.org, false, false",
        "localhost/x, false, false",
        "'localhost:9401,evil', false, false",
        "user@localhost, false, false",
        "'', false, false"
    })
    void namesThatAreAnswered(String header, boolean local, boolean open) {
        assertThat(LOCAL.isOwn(header)).isEqualTo(local);
        assertThat(OPEN.isOwn(header)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:9401, localhost:9401, true",
        "http://LOCALHOST:9401/hawtio/login?x=y, localhost:9401, true",
        "https://localhost:9401, localhost:9401, true",
        "http://localhost, localhost:80, true",
        "https://localhost, localhost:443, true",
        "http://localhost, localhost:443, false",
        "http://localhost:9402, localhost:9401, false",
        "http://127.0.0.1:9401, localhost:9401, false",
        "https://ops.example.org, 10.1.2.3:9401, true",
        "https://ops.example.org:8443, 10.1.2.3:9401, true",
        "https://ops.example.org:9000, 10.1.2.3:9401, false",
        "null, localhost:9401, false",
        "file:///tmp, localhost:9401, false",
        "http:localhost:9401, localhost:9401, false",
        "http://localhost:9401@evil.example.org, localhost:9401, false",
        "http://evil.example.org#localhost:9401, localhost:9401, false",
        "'http://a b', 'a b', false"
    })
    void pagesThatAreItsOwn(String page, String host, boolean own) {
        assertThat(LOCAL.isSame(page, host)).isEqualTo(own);
    }

    @Test
    void nothingIsNotAName() {
        assertThat(LOCAL.isOwn(null)).isFalse();
        assertThat(LOCAL.isSame("http://localhost", null)).isFalse();
    }

    @Test
    void aNameThatIsNoneIsTold() {
        assertThatThrownBy(() -> new HostNames("localhost", true, Set.of("http://x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a host name: http://x");
    }
}
