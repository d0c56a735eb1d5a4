package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.fault.FaultPlan.Ending;
import io.tcsstamp.fault.FaultPlan.Pace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The STAMP that fails, against plain sockets. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultStampTest {
    @RegisterExtension final FaultRig rig = new FaultRig();

    private FaultStamp stamp(FaultPlan... plans) throws IOException {
        FaultStamp stamp = rig.stamp(0);
        stamp.start(List.of(plans).iterator());
        return stamp;
    }

    private static Socket connect(FaultStamp stamp) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), stamp.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static byte[] lines(int from, int to) {
        NumberedLines lines = new NumberedLines();
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(lines.line(i)).append('\n');
        }
        return text.toString().getBytes();
    }

    private static FaultPlan read(long bytes, Ending ending) {
        return new FaultPlan(0, Pace.FULL_SPEED, bytes, 0, ending);
    }

    @Test
    void a_close_with_all_read_is_an_orderly_end() throws IOException {
        byte[] sent = lines(1, 3);
        FaultStamp stamp = stamp(read(sent.length, Ending.CLOSE));
        try (Socket client = connect(stamp)) {
            client.getOutputStream().write(sent);
            assertThat(client.getInputStream().read()).isNegative();
        }
        await().until(stamp::plansDone);
        assertThat(stamp.connections().get(0).ending()).isEqualTo("closed, all read");
        rig.ledger().assertComplete(3);
    }

    @Test
    void a_close_with_something_unread_is_a_reset() throws IOException {
        byte[] sent = lines(1, 3);
        FaultStamp stamp = stamp(read(sent.length - 10, Ending.CLOSE));
        try (Socket client = connect(stamp)) {
            client.getOutputStream().write(sent);
            assertThat(catchThrowable(() -> client.getInputStream().read()))
                    .isInstanceOf(SocketException.class);
        }
        await().until(stamp::plansDone);
        Arrivals arrivals = stamp.connections().get(0);
        assertThat(arrivals.ending()).isEqualTo("closed with 10 bytes unread");
        assertThat(arrivals.count()).isEqualTo(2);
        assertThat(arrivals.tornBytes()).isEqualTo(sent.length / 3 - 10);
    }

    @Test
    void a_reset_is_one_even_with_all_read() throws IOException {
        byte[] sent = lines(1, 1);
        FaultStamp stamp = stamp(read(sent.length, Ending.RESET));
        try (Socket client = connect(stamp)) {
            client.getOutputStream().write(sent);
            assertThat(catchThrowable(() -> client.getInputStream().read()))
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void after_a_half_close_it_reads_on() throws IOException {
        byte[] sent = lines(1, 1000);
        FaultStamp stamp = stamp(read(100, Ending.HALF_CLOSE));
        try (Socket client = connect(stamp)) {
            client.getOutputStream().write(sent, 0, 100);
            assertThat(client.getInputStream().read()).isNegative();
            client.getOutputStream().write(sent, 100, sent.length - 100);
        }
        await().until(stamp::plansDone);
        assertThat(stamp.connections().get(0).ending()).contains("then closed by the other end");
        rig.ledger().assertComplete(1000);
    }

    @Test
    void it_can_go_down_before_it_accepts_and_comes_back() throws IOException {
        FaultStamp stamp = stamp(read(0, Ending.NOT_ACCEPTED));
        try (Socket client = connect(stamp)) {
            assertThat(catchThrowable(() -> client.getInputStream().read()))
                    .isInstanceOf(SocketException.class);
        }
        await().until(() -> stamp.notAccepted() == 1);
        byte[] sent = lines(1, 1);
        await().ignoreException(ConnectException.class)
                .untilAsserted(
                        () -> {
                            try (Socket client = connect(stamp)) {
                                client.getOutputStream().write(sent);
                            }
                        });
        await().until(() -> rig.ledger().last() == 1);
    }

    @Test
    void a_stalled_one_reads_nothing_while_its_kernel_takes_it() throws IOException {
        byte[] sent = lines(1, 1000);
        FaultStamp stamp = stamp(new FaultPlan(0, Pace.FULL_SPEED, 5000, 300, Ending.CLOSE));
        try (Socket client = connect(stamp)) {
            client.getOutputStream().write(sent);
            await().until(() -> stamp.connections().size() == 1);
            assertThat(catchThrowable(() -> client.getInputStream().read()))
                    .isInstanceOf(SocketException.class);
        }
        assertThat(stamp.connections().get(0).bytes()).isEqualTo(5000);
        await().until(stamp::plansDone);
        assertThat(stamp.connections().get(0).ending())
                .isEqualTo("closed with " + (sent.length - 5000) + " bytes unread");
    }

    @Test
    void a_killed_process_has_read_what_it_was_to_read() throws Exception {
        FaultStamp place = rig.stamp(0);
        byte[] sent = lines(1, 1000);
        StampProcess process = rig.process(place, 1 << 16, 5000);
        try (Socket client = awaitConnection(place)) {
            client.getOutputStream().write(sent);
            process.awaitRead();
            process.kill();
            assertThat(catchThrowable(() -> client.getInputStream().read()))
                    .isInstanceOf(SocketException.class);
        }
        NumberedLines lines = new NumberedLines();
        int complete = 5000 / (lines.line(100).length() + 1);
        assertThat(rig.ledger().last()).isBetween((long) complete - 1, (long) complete + 2);
    }

    private static Socket awaitConnection(FaultStamp place) {
        return await().ignoreException(ConnectException.class)
                .until(() -> connect(place), Socket::isConnected);
    }

    @Test
    void it_comes_back_on_its_port_and_closes_when_all_is_read() throws IOException {
        FaultStamp stamp = rig.stamp(0);
        byte[] sent = lines(1, 100);
        int half = sent.length / 2;
        for (int round = 0; round < 2; round++) {
            stamp.start();
            try (Socket client = connect(stamp)) {
                client.getOutputStream().write(sent, 0, round == 0 ? half : sent.length);
                await().until(() -> !stamp.connections().isEmpty());
                if (round == 1) {
                    stamp.closeAfterReading();
                }
                int last = round;
                await().until(() -> stamp.connections().size() == last + 1);
                await().until(
                                () ->
                                        stamp.connections().get(last).bytes()
                                                == (last == 0 ? half : sent.length));
                if (round == 0) {
                    stamp.stop();
                }
                assertThat(client.getInputStream().read()).isNegative();
            }
        }
        rig.ledger().assertComplete(100);
        assertThat(rig.ledger().duplicates()).isBetween(48L, 50L);
    }

    @Test
    void plans_are_repeated_by_their_seed_and_of_all_kinds() {
        List<FaultPlan> some = plans(1);
        assertThat(plans(1)).isEqualTo(some);
        assertThat(plans(2)).isNotEqualTo(some);
        assertThat(some).extracting(FaultPlan::ending).contains(Ending.values());
        assertThat(some).extracting(FaultPlan::pace).contains(Pace.values());
        assertThat(some).allMatch(plan -> plan.bytes() < 1000);
        assertThat(some).anyMatch(plan -> plan.stallMillis() > 0);
    }

    private static List<FaultPlan> plans(long seed) {
        List<FaultPlan> all = new ArrayList<>();
        FaultPlan.random(new Random(seed), 100, 1000).forEachRemaining(all::add);
        return all;
    }
}
