package io.tcsstamp.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a connection fails, in the operator's words. */
class FailureTextTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnknownHostException("nowhere"), "unknown host"),
                Arguments.of(new UnresolvedAddressException(), "unknown host"),
                Arguments.of(new SocketTimeoutException(), "timeout"),
                Arguments.of(new ConnectException("connection timed out: /10.0.0.1:1"), "timeout"),
                Arguments.of(new ConnectException("Connection timed out"), "timeout"),
                Arguments.of(new NoRouteToHostException("x"), "unreachable"),
                Arguments.of(new PortUnreachableException("x"), "unreachable"),
                Arguments.of(new SocketException("Network is unreachable"), "unreachable"),
                Arguments.of(new ConnectException("Connection refused: /127.0.0.1:1"), "refused"),
                Arguments.of(new SocketException("Connection reset"), "reset"),
                Arguments.of(new IOException("Broken pipe"), "reset"),
                Arguments.of(new ClosedChannelException(), "connection closed"),
                Arguments.of(new IOException("No space left on device"), "No space left on device"),
                Arguments.of(new IllegalStateException("odd"), "odd"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isToldInOneLine(Exception failure, String expected) {
        assertThat(FailureText.of(failure)).contains(expected).hasLineCount(1);
        assertThat(FailureText.of(new RuntimeException("wrapped", failure))).contains(expected);
    }

    @Test
    void aFailureWithoutAMessageIsStillNamed() {
        assertThat(FailureText.of(new IOException())).contains("IOException");
        assertThat(FailureText.of(new RuntimeException())).contains("RuntimeException");
    }

    @Test
    void aFileThatMayNotBeWrittenIsToldAsThat() {
        assertThat(FailureText.of(new AccessDeniedException("/archive/today")))
                .contains("/archive/today", "AccessDenied");
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception one = new RuntimeException("one");
        Exception two = new RuntimeException("two", one);
        one.initCause(two);

        assertThat(FailureText.of(one)).startsWith("failed:");
    }

    @Test
    @Timeout(10)
    void aPortWhereNothingListensIsRefused() throws IOException {
        int free;
        try (ServerSocket server = new ServerSocket(0)) {
            free = server.getLocalPort();
        }
        try (Socket socket = new Socket()) {
            InetSocketAddress nobody = new InetSocketAddress("127.0.0.1", free);
            Assertions.assertThatThrownBy(() -> socket.connect(nobody, 5000))
                    .satisfies(e -> assertThat(FailureText.of(e)).contains("connection refused"));
        }
    }
}
