package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a connection may take, and how many there may be, by a clock that the test moves. */
class ManagementGuardTest {
    private static final String REQUEST = "GET /observe/health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final ManagementTraffic traffic = new ManagementTraffic();
    private final ManagementAnswers answers = new ManagementAnswers(traffic);

    @BeforeEach
    void setAnswers() {
        answers.set(Map.of("/observe/health", new SharedAnswer(() -> null, Duration.ZERO, null)));
    }

    private EmbeddedChannel connect() {
        EmbeddedChannel channel = new EmbeddedChannel(false, false);
        channel.freezeTime();
        channel.pipeline()
                .addLast(
                        new HttpRequestDecoder(),
                        new ManagementGuard(new LocalNames("127.0.0.1"), traffic, answers));
        try {
            channel.register();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static int requests(EmbeddedChannel channel) {
        int requests = 0;
        for (HttpObject next = channel.readInbound(); next != null; next = channel.readInbound()) {
            requests += next instanceof HttpRequest ? 1 : 0;
        }
        return requests;
    }

    private static void pass(EmbeddedChannel channel, long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    private static void answer(EmbeddedChannel channel, int bytes) {
        channel.writeOutbound(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    @Test
    void whoSendsNothingIsClosed() {
        EmbeddedChannel channel = connect();
        pass(channel, 9);
        assertThat(channel.isOpen()).isTrue();
        pass(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoSendsARequestByteByByteIsClosed() {
        EmbeddedChannel channel = connect();
        for (int second = 0; second < 9; second++) {
            send(channel, REQUEST.substring(second, second + 1));
            pass(channel, 1);
            assertThat(channel.isOpen()).isTrue();
        }
        pass(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoDoesNotTakeTheAnswerIsClosed() {
        EmbeddedChannel channel = connect();
        send(channel, REQUEST);
        assertThat(requests(channel)).isEqualTo(1);
        pass(channel, 19);
        assertThat(channel.isOpen()).isTrue();
        pass(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() {
        EmbeddedChannel channel = connect();
        for (int i = 0; i < 3; i++) {
            send(channel, REQUEST);
            assertThat(requests(channel)).isEqualTo(1);
            answer(channel, 100);
            assertThat(channel.<ByteBuf>readOutbound().readableBytes()).isEqualTo(100);
            pass(channel, 89);
            assertThat(channel.isOpen()).isTrue();
        }
        pass(channel, 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aSecondRequestBeforeTheAnswerIsNotLookedAt() {
        EmbeddedChannel channel = connect();
        send(channel, REQUEST.repeat(10));
        assertThat(requests(channel)).isEqualTo(1);
        answer(channel, 1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whereThereAreTooManyTheOneThatHasIdledLongestGoes() {
        List<EmbeddedChannel> channels = fill();
        send(channels.get(0), REQUEST);
        send(channels.get(1), REQUEST);
        answer(channels.get(1), 1);

        EmbeddedChannel late = connect();

        assertThat(channels.get(2).isOpen()).isFalse();
        assertThat(channels.stream().filter(EmbeddedChannel::isOpen)).hasSize(channels.size() - 1);
        send(late, REQUEST);
        assertThat(requests(late)).isEqualTo(1);
    }

    @Test
    void whereAllAreBusyNoneGoesForAnother() {
        List<EmbeddedChannel> channels = fill();
        channels.forEach(channel -> send(channel, REQUEST));

        assertThat(connect().isOpen()).isFalse();
        assertThat(channels).allMatch(EmbeddedChannel::isOpen);

        channels.get(0).close();
        assertThat(connect().isOpen()).isTrue();
    }

    @Test
    void connectionsStayBoundedHoweverManyCome() {
        List<EmbeddedChannel> channels = fill();
        channels.addAll(fill());
        channels.addAll(fill());

        assertThat(channels.stream().filter(EmbeddedChannel::isOpen))
                .hasSize(ManagementTraffic.MOST_CONNECTIONS);
    }

    private List<EmbeddedChannel> fill() {
        List<EmbeddedChannel> channels = new ArrayList<>();
        for (int i = 0; i < ManagementTraffic.MOST_CONNECTIONS; i++) {
            channels.add(connect());
        }
        return channels;
    }

    @Test
    void bytesUnderWayAreCountedUntilTheyAreGone() {
        EmbeddedChannel channel = connect();
        send(channel, REQUEST);
        channel.write(Unpooled.wrappedBuffer(new byte[8 << 20]));
        assertThat(traffic.isFull()).isTrue();

        channel.flush();
        assertThat(traffic.isFull()).isFalse();
    }

    @Test
    void bytesOfAConnectionThatBreaksAreNotUnderWay() {
        EmbeddedChannel channel = connect();
        send(channel, REQUEST);
        channel.write(Unpooled.wrappedBuffer(new byte[8 << 20]));
        assertThat(traffic.isFull()).isTrue();

        channel.close();
        assertThat(traffic.isFull()).isFalse();
    }
}
