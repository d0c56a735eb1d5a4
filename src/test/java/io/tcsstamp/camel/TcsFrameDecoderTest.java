package io.tcsstamp.camel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.tcsstamp.monitor.OpenStreams;
import io.tcsstamp.tcs.TcsBlockReader;
import io.tcsstamp.telemetry.Rejection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One message per socket read that completes a block. */
class TcsFrameDecoderTest {
    private final List<Rejection> rejected = new ArrayList<>();
    private boolean stopping;
    private final EmbeddedChannel channel =
            new EmbeddedChannel(
                    new TcsFrameDecoder(
                            new TcsBlockReader(100, rejected::add),
                            new OpenStreams(),
                            "tcs",
                            () -> stopping));

    @Test
    void allBlocksOfAReadAreOneMessage() {
        receive("a\u0003b\u0003c");

        assertThat(given()).isEqualTo("a\u0003b\u0003");
        assertThat(given()).isNull();
    }

    @Test
    void aReadWithoutAnEndIsNoMessage() {
        receive("a");
        assertThat(given()).isNull();
        receive("\u0003");
        assertThat(given()).isEqualTo("a\u0003");
    }

    @Test
    void givesEachBufferBack() {
        ByteBuf buffer = Unpooled.copiedBuffer("a\u0003", ISO_8859_1);
        channel.writeInbound(buffer);

        assertThat(buffer.refCnt()).isZero();
    }

    @Test
    void passesOnWhatIsNoBuffer() {
        channel.writeInbound("an event");

        assertThat(channel.<Object>readInbound()).isEqualTo("an event");
    }

    @Test
    void atTheEndOfTheConnectionWholeRecordsAreGivenAndTheRestRejected() {
        receive("one\r\ntw");
        channel.close();

        assertThat(given()).isEqualTo("one\r\n");
        assertThat(rejected)
                .singleElement()
                .satisfies(
                        r -> {
                            assertThat(new String(r.bytes(), ISO_8859_1)).isEqualTo("tw");
                            assertThat(r.reason()).contains("connection ended");
                        });
    }

    @Test
    void whileTheBridgeStopsNothingIsGivenAnyMoreAndAllOfItRejected() {
        receive("one\r\ntw");
        stopping = true;
        channel.close();

        assertThat(given()).isNull();
        assertThat(rejected)
                .singleElement()
                .satisfies(
                        r -> assertThat(new String(r.bytes(), ISO_8859_1)).isEqualTo("one\r\ntw"));
    }

    @Test
    void anEndBetweenBlocksIsNothing() {
        receive("one\u0003");
        given();
        channel.close();

        assertThat(given()).isNull();
        assertThat(rejected).isEmpty();
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, ISO_8859_1));
    }

    private String given() {
        byte[] blocks = channel.readInbound();
        return blocks == null ? null : new String(blocks, ISO_8859_1);
    }
}
