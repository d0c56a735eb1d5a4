package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names a port may be asked that only this machine reaches. */
class LocalNamesTest {
    private final LocalNames local = new LocalNames("127.0.0.1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:9402",
                "127.0.0.1",
                "127.0.0.1:9402",
                "192.168.1.5:80",
                "[::1]",
                "[::1]:9402"
            })
    void localhostAndAddressesAre(String host) {
        assertThat(local.isAllowed(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":9402",
                "evil.example",
                "evil.example:9402",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.1.",
                "evil.example:[]",
                "[evil.example]x"
            })
    void othersAreNot(String host) {
        assertThat(local.isAllowed(host)).isFalse();
    }

    @Test
    void aRequestWithoutAHostIsOfNoBrowser() {
        assertThat(local.isAllowed(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
    void aPortThatOthersReachIsAskedByAnyName(String host) {
        assertThat(new LocalNames(host).isAllowed("bridge.example:9402")).isTrue();
    }

    @Test
    void theLoopbackOfIpVersion6IsLocalToo() {
        assertThat(new LocalNames("::1").isAllowed("evil.example")).isFalse();
        assertThat(new LocalNames("localhost").isAllowed("evil.example")).isFalse();
    }
}
