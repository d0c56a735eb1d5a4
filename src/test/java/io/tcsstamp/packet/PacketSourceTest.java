package io.tcsstamp.packet;

import static io.tcsstamp.packet.Streams.hex;
import static io.tcsstamp.packet.Streams.join;
import static io.tcsstamp.packet.Streams.packet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PacketSourceTest {
    private static final byte[] FIRST = packet(5, 0, 400);
    private static final byte[] SECOND = packet(5, 1, 2);
    private static final Packets PACKETS = Packets.of(PacketFraming.ccsds());

    @Test
    void a_file_is_read_to_its_end(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("packets");
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            parts.add(packet(i % 7, i, 1 + i % 500));
        }
        parts.add(new byte[] {1, 2, 3});
        Files.write(file, join(parts.toArray(byte[][]::new)));

        try (PacketSource source = PACKETS.open(file)) {
            for (int i = 0; i < 3000; i++) {
                assertThat(source.next()).isTrue();
                assertThat(source.packet().copy()).isEqualTo(parts.get(i));
            }
            assertThat(source.next()).isFalse();
            assertThat(source.next()).isFalse();
            assertThat(source.leftoverBytes()).isEqualTo(3);
            assertThat(source.lostBytes()).isEqualTo(3);
            assertThat(source.bytesRead()).isEqualTo(Files.size(file));
        }
        List<byte[]> handled = new ArrayList<>();
        try (PacketSource source = PACKETS.open(file)) {
            source.forEach(
                    (bytes, offset, length, position) ->
                            handled.add(Arrays.copyOfRange(bytes, offset, offset + length)));
            assertThat(source.leftoverBytes()).isEqualTo(3);
        }
        assertThat(handled).hasSize(3000);
        assertThat(join(handled.toArray(byte[][]::new)))
                .isEqualTo(join(parts.subList(0, 3000).toArray(byte[][]::new)));
    }

    @Test
    void the_packets_of_an_array_are_seen_where_they_lie() throws IOException {
        byte[] stream = join(FIRST, SECOND);
        try (PacketSource source = PACKETS.open(stream)) {
            int bytes = 0;
            for (PacketView packet : source) {
                assertThat(packet.bytes()).isSameAs(stream);
                assertThat(packet.offset()).isEqualTo(bytes);
                bytes += packet.length();
            }
            assertThat(bytes).isEqualTo(stream.length);
            assertThat(source.iterator().hasNext()).isFalse();
        }
    }

    @Test
    void a_stream_longer_than_the_memory_is_read() throws IOException {
        long wanted = 4L << 30;
        byte[] large = packet(1, 1, 65536);
        InputStream endless =
                new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public int read(byte[] to, int offset, int length) {
                        int from = (int) (at % large.length);
                        int count = Math.min(length, large.length - from);
                        System.arraycopy(large, from, to, offset, count);
                        at += count;
                        return at >= wanted ? -1 : count;
                    }
                };
        long packets = 0;
        try (PacketSource source = PACKETS.open(endless)) {
            while (source.next()) {
                packets++;
            }
            assertThat(source.packet().position()).isGreaterThan(Integer.MAX_VALUE);
        }
        assertThat(packets).isEqualTo(wanted / large.length);
    }

    @Test
    @Timeout(20)
    void the_end_of_a_datagram_ends_its_packets() throws IOException {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        SequenceTracker tracker = new SequenceTracker();
        try (DatagramChannel channel = DatagramChannel.open().bind(any);
                DatagramChannel sender = DatagramChannel.open()) {
            PacketSource source = PACKETS.sequences(tracker).open(channel);
            sender.connect(channel.getLocalAddress());
            sender.write(ByteBuffer.wrap(join(FIRST, SECOND)));
            sender.write(ByteBuffer.wrap(FIRST, 0, 200));
            sender.write(ByteBuffer.allocate(0));
            sender.write(ByteBuffer.wrap(packet(5, 4, 1)));

            List<String> read = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                assertThat(source.next()).isTrue();
                read.add(hex(source.packet().copy()));
            }
            assertThat(read).containsExactly(hex(FIRST), hex(SECOND), hex(packet(5, 4, 1)));
            assertThat(source.leftoverBytes()).isEqualTo(200);
            assertThat(tracker.lost()).isEqualTo(2);
            source.close();
            assertThat(source.next()).isFalse();
            assertThat(channel.isOpen()).isFalse();
        }
    }

    @Test
    @Timeout(20)
    void another_thread_may_end_a_source_of_datagrams() throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        PacketSource source = PACKETS.open(DatagramChannel.open().bind(any));
        boolean[] more = {true};
        Thread reading =
                new Thread(
                        () -> {
                            try {
                                more[0] = source.next();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        reading.start();
        source.close();
        reading.join();
        assertThat(more[0]).isFalse();
    }

    @Test
    void a_channel_that_does_not_wait_is_refused() throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.configureBlocking(false);
            assertThatThrownBy(() -> PACKETS.open(channel))
                    .isInstanceOf(IllegalBlockingModeException.class);
        }
    }

    @Test
    void what_cannot_be_read_is_told_in_a_loop_too() throws IOException {
        try (PacketSource source =
                Packets.of(PacketFraming.hex()).open(new ByteArrayInputStream(new byte[] {'x'}))) {
            assertThatThrownBy(() -> source.iterator().hasNext())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseInstanceOf(FramingException.class)
                    .hasMessageContaining("line 1: column 1");
        }
    }

    @Test
    void what_came_before_a_failure_is_accounted_for() throws IOException {
        Events events = new Events();
        byte[] begun = Arrays.copyOf(packet(5, 1, 50), 20);
        byte[] first = CcsdsPackets.create(0, 0, 0, 7, CcsdsHeader.FIRST, 0, new byte[4]);
        Packets packets = PACKETS.listener(events).combineSegments(0);
        try (PacketSource source = packets.open(breaking(join(first, FIRST, begun)))) {
            assertThat(source.next()).isTrue();
            assertThatThrownBy(source::next).isInstanceOf(IOException.class).hasMessage("reset");
            assertThat(events.causes())
                    .containsExactly(LostBytes.Cause.LEFTOVER, LostBytes.Cause.SEGMENTS_UNFINISHED);
            assertThat(events.lost.get(0).bytes()).isEqualTo(begun);
            assertThat(source.lostBytes()).isEqualTo(begun.length + first.length);
            assertThatThrownBy(source::next).hasMessage("reset");
            assertThat(events.lost).hasSize(2);
        }
        try (PacketSource source = packets.open(breaking(begun))) {
            assertThatThrownBy(() -> source.forEach((bytes, offset, length, position) -> {}))
                    .hasMessage("reset");
            assertThat(source.leftoverBytes()).isEqualTo(begun.length);
        }
    }

    @Test
    void a_timeout_ends_nothing() throws IOException {
        Events events = new Events();
        ByteArrayInputStream halves = new ByteArrayInputStream(join(FIRST, SECOND));
        InputStream slow =
                new InputStream() {
                    private boolean timeout;

                    @Override
                    public int read() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        timeout = !timeout;
                        if (timeout) {
                            throw new SocketTimeoutException();
                        }
                        return halves.read(into, offset, 100);
                    }
                };
        int timeouts = 0;
        List<byte[]> read = new ArrayList<>();
        try (PacketSource source = PACKETS.listener(events).open(slow)) {
            for (boolean more = true; more; ) {
                try {
                    more = source.next();
                    if (more) {
                        read.add(source.packet().copy());
                    }
                } catch (SocketTimeoutException e) {
                    timeouts++;
                }
            }
        }
        assertThat(read).containsExactly(FIRST, SECOND);
        assertThat(timeouts).isEqualTo(6);
        assertThat(events.lost).isEmpty();
    }

    @Test
    @Timeout(20)
    void another_thread_may_end_a_source_of_a_socket() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket out = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket in = server.accept()) {
            PacketSource source = PACKETS.open(in.getInputStream());
            out.getOutputStream().write(join(FIRST, new byte[] {1, 2}));
            assertThat(source.next()).isTrue();
            Thread other =
                    new Thread(
                            () -> {
                                try {
                                    source.close();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
            other.start();
            assertThat(source.next()).isFalse();
            other.join();
            assertThat(source.leftoverBytes()).isLessThanOrEqualTo(2);
        }
    }

    /** A stream that breaks instead of ending. */
    private static InputStream breaking(byte[] bytes) {
        return new SequenceInputStream(
                new ByteArrayInputStream(bytes),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new IOException("reset");
                    }
                });
    }

    @Test
    void packets_are_handed_on_together() throws IOException {
        byte[] piece = join(new byte[9], FIRST, SECOND);
        PacketReader reader = PACKETS.reader();
        PacketBatch.Builder builder = new PacketBatch.Builder();
        assertThat(builder.build().isEmpty()).isTrue();
        reader.feed(piece, 9, piece.length - 9);
        while (reader.next()) {
            builder.add(reader.packet());
        }
        assertThat(builder.size()).isEqualTo(2);
        assertThat(builder.totalLength()).isEqualTo(piece.length - 9);
        PacketBatch batch = builder.build();
        assertThat(builder.size()).isZero();

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.totalLength()).isEqualTo(FIRST.length + SECOND.length);
        assertThat(batch.offset(1)).isEqualTo(FIRST.length);
        assertThat(batch.length(1)).isEqualTo(SECOND.length);
        assertThat(batch.position(1)).isEqualTo(FIRST.length);
        List<String> views = new ArrayList<>();
        batch.forEach(view -> views.add(view.position() + " " + hex(view.copy())));
        assertThat(views).containsExactly("0 " + hex(FIRST), FIRST.length + " " + hex(SECOND));
        assertThatThrownBy(() -> batch.length(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
