package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which TLS fails, in the operator's words. */
class TlsFailureTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NotSslRecordException("not a record: 3230"), "x.tls=false"),
                Arguments.of(new SslHandshakeTimeoutException("10000ms"), "(timeout)"),
                Arguments.of(new CertificateExpiredException("NotAfter: x"), "has expired"),
                Arguments.of(new CertificateNotYetValidException("NotBefore: x"), "not valid yet"),
                Arguments.of(new CertPathBuilderException("unable"), "x.tls.trust-store"),
                Arguments.of(
                        new CertificateException("No subject alternative names present"),
                        "another host"),
                Arguments.of(
                        new CertificateException("No name matching localhost found"),
                        "x.tls.host-name-check"),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: certificate_required"),
                        "x.tls.key-store"),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: unknown_ca"),
                        "refuses ours or none"),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: handshake_failure"),
                        "TLS 1.2 or 1.3"),
                Arguments.of(new SSLException("Tag mismatch!"), "Tag mismatch!"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isToldInOneLine(Exception failure, String expected) {
        Exception wrapped = new DecoderException(failure);
        for (boolean handshaken : new boolean[] {true, false}) {
            assertThat(TlsFailure.of(failure, "x.tls", handshaken))
                    .contains(expected)
                    .hasLineCount(1);
            assertThat(TlsFailure.of(wrapped, "x.tls", handshaken)).contains(expected);
        }
    }

    @Test
    void whatThePeerSentIsNotTold() {
        assertThat(TlsFailure.of(new NotSslRecordException("not a record: 3230"), "x.tls", false))
                .doesNotContain("3230");
    }

    @Test
    void anEndIsOfTlsOnlyInTheHandshake() {
        for (Exception end :
                new Exception[] {
                    new ClosedChannelException(), new SocketException("Connection reset")
                }) {
            assertThat(TlsFailure.of(end, "x.tls", false)).contains("handshake", "x.tls.key-store");
            assertThat(TlsFailure.of(end, "x.tls", true)).doesNotContain("TLS");
        }
    }

    @Test
    void whatHasNothingToDoWithTlsIsToldAsWithoutIt() {
        assertThat(TlsFailure.of(new SocketException("Connection timed out"), "x.tls", false))
                .contains("no answer in time");
    }

    @Test
    void aRecordOfTlsIsToldFromTelemetry() {
        assertThat(isTls(21, 3, 1, 0, 2)).isTrue();
        assertThat(isTls(22, 3, 3, 0, 80)).isTrue();
        assertThat(isTls(22, 3, 9, 0, 80)).isFalse();
        assertThat(isTls(21, 3, 1, 0)).isFalse();
        assertThat(isTls('2', '0', '2', '6', '/')).isFalse();
        assertThat(isTls(3, 3, 3, 3, 3)).isFalse();
        assertThat(TlsFailure.isTls("text")).isFalse();
    }

    private static boolean isTls(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return TlsFailure.isTls(Unpooled.wrappedBuffer(bytes));
    }
}
