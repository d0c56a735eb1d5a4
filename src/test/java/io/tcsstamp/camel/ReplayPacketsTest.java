package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packets that a wrong definition did not decode are decoded after it was mended. */
@Timeout(90)
class ReplayPacketsTest {
    private static final int COUNT = 50;
    private static final String OWN_TIME = "cds:DAY,MSEC,USEC";

    @TempDir Path home;
    @TempDir Path other;

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Housekeeping packets are shorter than this definition says; status packets are right. */
    private static String wrong() {
        return PacketStreams.definition()
                .replace(
                        "<ParameterRefEntry parameterRef=\"VOLTAGE\"/>",
                        "<ParameterRefEntry parameterRef=\"VOLTAGE\"/>"
                                + "<ParameterRefEntry parameterRef=\"MESSAGE\"/>");
    }

    private ReplayRig rig(Path folder, String endpoint, String definition, String time) {
        return new ReplayRig(
                folder,
                "packets",
                "packet.endpoint",
                endpoint,
                "packet.definitions",
                PacketStreams.write(folder.resolve("own.xml"), definition).toString(),
                "packet.time",
                time,
                "packet.definitions-reload",
                "3600",
                "stamp.fractional-time",
                "true");
    }

    private static void mend(ReplayRig rig) throws Exception {
        rig.sources.stop("packets");
        PacketStreams.write(rig.rig.home.resolve("own.xml"), PacketStreams.definition());
        rig.sources.start("packets");
    }

    /** Gives packets to a source. */
    private interface Give {
        void packets(int port, Path folder, byte[] bytes) throws Exception;
    }

    /** How packets come. */
    enum Way {
        CONNECT(
                (port, folder, bytes) -> {
                    try (ServerSocket server =
                                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                            Socket client = server.accept()) {
                        client.getOutputStream().write(bytes);
                    }
                }),
        LISTEN(
                (port, folder, bytes) -> {
                    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
                        client.getOutputStream().write(bytes);
                    }
                }),
        UDP(
                (port, folder, bytes) -> {
                    try (DatagramSocket socket = new DatagramSocket()) {
                        socket.send(
                                new DatagramPacket(
                                        bytes,
                                        bytes.length,
                                        InetAddress.getLoopbackAddress(),
                                        port));
                    }
                }),
        FILE((port, folder, bytes) -> Files.write(folder.resolve("in/a.bin"), bytes));

        private final Give give;

        Way(Give give) {
            this.give = give;
        }

        String endpoint(int port, Path folder) throws IOException {
            Files.createDirectories(folder.resolve("in"));
            return switch (this) {
                case CONNECT -> "127.0.0.1:" + port;
                case LISTEN -> "listen:" + port;
                case UDP -> "udp:" + port;
                case FILE -> "file:" + folder.resolve("in") + "?readLock=none";
            };
        }
    }

    private List<String> rightFromTheStart(Way way, byte[] bytes, int lines) throws Exception {
        int port = freePort();
        try (ReplayRig rig =
                rig(other, way.endpoint(port, other), PacketStreams.definition(), OWN_TIME)) {
            way.give.packets(port, other, bytes);
            rig.rig.awaitLines(lines);
            return rig.rig.lines();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theLinesAreThoseThatWouldHaveBeen(Way way) throws Exception {
        byte[] bytes = PacketStreams.housekeepings(0, COUNT);
        int lines = COUNT * (7 + 7);
        int port = freePort();
        try (ReplayRig rig = rig(home, way.endpoint(port, home), wrong(), OWN_TIME)) {
            way.give.packets(port, home, bytes);
            await().until(() -> rig.rig.packets().quarantined() == COUNT);
            assertThat(rig.rig.lineCount()).isZero();
            mend(rig);
            String result = rig.replay.replayAll();

            assertThat(result)
                    .contains(
                            COUNT + " read: " + lines + " values sent; the file is now ",
                            ".jsonl.replayed");
            rig.rig.awaitLines(lines);
            assertThat(rig.rig.lines()).isEqualTo(rightFromTheStart(way, bytes, lines));
            rig.assertEven("packets");
            assertThat(rig.rig.packets().read()).isEqualTo(COUNT + lines);
            assertThat(rig.rig.packets().packets().total().missing()).isZero();
            assertThat(rig.replay.replayed()).isEqualTo(COUNT);
        }
    }

    @Test
    void withoutATimeOfItsOwnAPacketHasThatOfItsReception() throws Exception {
        int port = freePort();
        try (ReplayRig rig = rig(home, "listen:" + port, wrong(), "reception")) {
            Way.LISTEN.give.packets(port, home, PacketStreams.housekeeping(0));
            await().until(() -> rig.rig.packets().quarantined() == 1);
            String line = rig.read(rig.files().get(0));
            Matcher received =
                    Pattern.compile("\"received\":\"....-..-..T([^\"]*)Z\"").matcher(line);
            assertThat(received.find()).as(line).isTrue();
            // once more with the wrong definition: the time stays
            assertThat(rig.replay.replayAll())
                    .contains("1 read: 0 values sent, 1 failed again (in ");
            assertThat(rig.files()).hasSize(2);
            mend(rig);
            assertThat(rig.replay.replayAll()).contains("1 read: 14 values sent;");
            rig.rig.awaitLines(14);
            String time = (received.group(1) + "000").substring(0, 12);
            assertThat(rig.rig.lines()).allMatch(text -> text.contains(" " + time + "\t"));
            rig.assertEven("packets");
        }
    }

    @Test
    void whatHasNoBordersOfPacketsIsLeft() throws Exception {
        int port = freePort();
        try (ReplayRig rig = rig(home, "listen:" + port, PacketStreams.definition(), "reception")) {
            byte[] status = PacketStreams.status(0, "hello");
            byte[] longer = PacketStreams.all(status, new byte[4]);
            // the length field of the header says how many bytes there are, less one
            longer[5] += 4;
            Way.LISTEN.give.packets(
                    port, home, PacketStreams.all(longer, Arrays.copyOf(status, 9)));
            rig.rig.awaitLines(8);
            await().until(() -> rig.rig.packets().quarantined() == 2);
            String result = rig.replay.replayAll();
            assertThat(result)
                    .contains(
                            "2 read: 0 values sent, 1 skipped: pieces of something",
                            "1 skipped: values of packets",
                            "nothing of it went through its route, it stays in quarantine-");
            assertThat(rig.files()).singleElement().asString().endsWith(".jsonl");
            assertThat(rig.rig.lineCount()).isEqualTo(8);
        }
    }
}
