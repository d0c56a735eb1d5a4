package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolOptions;
import io.tcsstamp.spool.SpooledLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What counts as delivered, whatever the kernel says and however a connection ends. */
@Timeout(60)
class DeliveryHandlerTest {
    private static final int ESTABLISHED = TcpInfo.ESTABLISHED;

    /** A batch: 1000 lines of 11 bytes. */
    private static final int LINES = 1000;

    private static final int BYTES = 11 * LINES;

    @TempDir Path folder;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final DeliveryHandlerFactory factory = new DeliveryHandlerFactory();
    private Spools spools;
    private Spool spool;
    private TcpInfo kernel;
    private EmbeddedChannel channel;
    private int appended;

    @BeforeEach
    void start() {
        Quarantine quarantine =
                new Quarantine(folder.resolve("quarantine"), 1 << 20, Clock.systemUTC());
        spools =
                new Spools(
                        name -> SpoolOptions.inMemory(16 << 20),
                        new BridgeMonitor(quarantine, link -> {}));
        context.getRegistry().bind("spools", spools);
        context.start();
        factory.setCamelContext(context);
        factory.setSpool("stamp");
        spool = spools.get("stamp");
    }

    @AfterEach
    void stop() {
        context.stop();
        spools.close();
    }

    private static TcpInfo info(int state, int scale, long acked, long window) {
        return new TcpInfo(state, 0, scale, 0, 0, acked, 0, window);
    }

    private void connect(String tail) {
        factory.setTail(tail);
        channel = new EmbeddedChannel(handler());
    }

    private DeliveryHandler handler() {
        return new DeliveryHandler(factory, spool, any -> kernel);
    }

    private void append() throws InterruptedException {
        int from = appended;
        appended += LINES;
        String lines =
                IntStream.range(from, appended)
                        .mapToObj("%010d\n"::formatted)
                        .collect(Collectors.joining());
        spool.append(lines.getBytes(StandardCharsets.US_ASCII), LINES, 0, 0);
    }

    /** Appends a batch and sends it. */
    private SpooledLines send() throws InterruptedException {
        append();
        SpooledLines lines = spool.next(5000);
        assertThat(writeBytes(lines.bytes()).isSuccess()).isTrue();
        return lines;
    }

    private ChannelFuture writeBytes(byte[] bytes) {
        ChannelFuture future = channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
        channel.runPendingTasks();
        return future;
    }

    private void tick() {
        channel.advanceTimeBy(500, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private void peerClosesItsSide() {
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        channel.runPendingTasks();
    }

    private long confirmed() {
        return spool.counters().confirmed();
    }

    @Test
    void whereNoKernelTellsTheTailCountsFromWhatOursTook() throws Exception {
        connect(Integer.toString(BYTES));
        send();
        assertThat(confirmed()).isZero();
        send();
        assertThat(confirmed()).isEqualTo(LINES);
        send();
        assertThat(confirmed()).isEqualTo(2 * LINES);
        peerClosesItsSide();
        assertThat(confirmed()).as("its end proves nothing").isEqualTo(2 * LINES);
        assertThat(channel.isOpen()).isFalse();
        assertThat(spool.next(5000).start()).isEqualTo(2 * BYTES);
    }

    @Test
    void theTailCountsFromWhatIsAcknowledged() throws Exception {
        kernel = info(ESTABLISHED, 0, 0, 65_535);
        connect("auto");
        for (int i = 0; i < 10; i++) {
            send();
        }
        tick();
        assertThat(confirmed()).isZero();
        kernel = info(ESTABLISHED, 0, 65_535 + BYTES - 1, 65_535);
        tick();
        assertThat(confirmed()).isZero();
        kernel = info(ESTABLISHED, 0, 65_535 + BYTES, 65_535);
        tick();
        assertThat(confirmed()).isEqualTo(LINES);
    }

    @Test
    void orFromTheLargestWindowThatWasSeen() throws Exception {
        kernel = info(ESTABLISHED, 7, 0, 3 * BYTES);
        connect("1xwindow");
        for (int i = 0; i < 6; i++) {
            send();
        }
        kernel = info(ESTABLISHED, 7, 5 * BYTES, 0);
        tick();
        assertThat(confirmed()).isEqualTo(2 * LINES);
    }

    @Test
    void anOrderlyEndProvesThatEverythingAcknowledgedWasRead() throws Exception {
        kernel = info(ESTABLISHED, 7, 0, 1);
        connect("auto");
        send();
        send();
        // the second batch up to the middle of a line
        kernel = info(TcpInfo.CLOSE_WAIT, 7, BYTES + 11 * 100 + 5, 1);

        peerClosesItsSide();

        assertThat(confirmed()).isEqualTo(LINES + 100);
        assertThat(channel.isOpen()).isFalse();
        SpooledLines rest = spool.next(5000);
        assertThat(rest.start()).isEqualTo(BYTES + 11 * 100);
        assertThat(spool.sent(rest)).isTrue();
        assertThat(spool.counters().resent()).isEqualTo(900);
    }

    @Test
    void notAfterAnError() throws Exception {
        kernel = info(ESTABLISHED, 7, 0, 1);
        connect("auto");
        send();
        kernel = info(TcpInfo.CLOSE_WAIT, 7, BYTES, 1);
        channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));

        peerClosesItsSide();

        assertNothingConfirmed();
    }

    @Test
    void norWhereTheKernelSaysSomethingElse() throws Exception {
        kernel = info(ESTABLISHED, 7, 0, 1);
        connect("auto");
        send();
        // what is left of a reset
        kernel = info(7, 7, BYTES, 1);

        peerClosesItsSide();

        assertNothingConfirmed();
    }

    @Test
    void norWhereItJustEnds() throws Exception {
        kernel = info(ESTABLISHED, 7, BYTES, 1);
        connect("auto");
        send();
        kernel = null;

        channel.close();

        assertNothingConfirmed();
    }

    private void assertNothingConfirmed() throws InterruptedException {
        assertThat(confirmed()).isZero();
        assertThat(spool.next(5000).start()).isZero();
    }

    @Test
    void linesThatAreNotNextAreNotSent() throws Exception {
        connect("auto");
        append();
        SpooledLines lines = spool.next(5000);
        spool.rewind();

        ChannelFuture future = writeBytes(lines.bytes());

        assertThat(future.cause()).isInstanceOf(OutOfTurnException.class);
        assertThat(channel.<Object>readOutbound()).isNull();
        assertThat(spool.counters().resent()).isZero();
    }

    @Test
    void afterARewindNothingFollowsOnTheSameConnection() throws Exception {
        connect("auto");
        send();
        spool.rewind();
        append();
        SpooledLines again = spool.next(5000);

        ChannelFuture future = writeBytes(again.bytes());

        assertThat(future.cause()).isInstanceOf(OutOfTurnException.class);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void linesThatAStepChangedAreRefusedAndNotCounted() throws Exception {
        connect("auto");
        append();
        SpooledLines lines = spool.next(5000);

        ChannelFuture future = writeBytes(new byte[] {'x', '\n'});

        assertThat(future.cause())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("changed");
        assertThat(channel.<Object>readOutbound()).isNull();
        spool.untake(lines);
        SpooledLines again = spool.next(5000);
        assertThat(writeBytes(again.bytes()).isSuccess()).isTrue();
        assertThat(spool.counters().resent()).as("they had never been sent").isZero();
    }

    @Test
    void theNextConnectionEndsTheOneBefore() throws Exception {
        connect("auto");
        send();
        EmbeddedChannel before = channel;
        connect("auto");
        append();
        SpooledLines next = spool.next(5000);

        assertThat(writeBytes(next.bytes()).cause())
                .as("the first batch goes first")
                .isInstanceOf(OutOfTurnException.class);

        SpooledLines again = spool.next(5000);
        assertThat(again.start()).isZero();
        assertThat(writeBytes(again.bytes()).isSuccess()).isTrue();
        assertThat(spool.counters().resent()).isEqualTo(LINES);
        long epoch = spool.epoch();
        before.close();
        assertThat(spool.epoch()).as("it has ended already").isEqualTo(epoch);
    }

    @Test
    void anEmptyBufferIsNoLines() {
        connect("auto");
        assertThat(writeBytes(new byte[0]).isSuccess()).isTrue();
        ByteBuf sent = channel.readOutbound();
        assertThat(sent.readableBytes()).isZero();
        sent.release();
        channel.close();
        assertThat(spool.epoch()).as("nothing to send again").isZero();
    }

    @Test
    void theTailIsNoMoreThanHalfOfTheRoom() {
        factory.setTail("auto");
        assertThat(factory.tail(7, 1)).isEqualTo(65_535L << 7);
        assertThat(factory.tail(10, 1)).isEqualTo(8 << 20);
        assertThatThrownBy(() -> factory.setTail("8M")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void whatIsWrittenBeforeTheChannelIsToldToBeActiveComesAgainToo() throws Exception {
        factory.setTail("auto");
        channel = new EmbeddedChannel();
        // added behind the event, as a write of the connect's own listener comes before it
        channel.pipeline().addLast(handler());
        SpooledLines sent = send();

        channel.close();
        channel.runPendingTasks();

        assertThat(spool.counters().confirmed()).isZero();
        assertThat(spool.next(5000).start()).isEqualTo(sent.start());
    }
}
