package io.tcsstamp.fault;

import io.tcsstamp.fault.FaultPlan.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Carries out the plan of one connection. One thread runs it; any may tell it to end. */
final class Service {
    /** When nothing came for so long, there is nothing more to come. */
    private static final int IDLE_MILLIS = 300;

    private static final int LONG_IDLE_MILLIS = 1500;
    private static final int TICK_MILLIS = 20;
    private static final long HALF_CLOSED_SECONDS = 15;
    private static final int LARGEST_READ = 1 << 16;
    private static final int BURST = 1 << 18;

    private final byte[] buffer = new byte[LARGEST_READ];
    private final Socket socket;
    private final FaultPlan plan;
    private final Arrivals arrivals;
    private final BooleanSupplier closing;

    /**
     * @param closing tells one that reads all when to end
     */
    Service(Socket socket, FaultPlan plan, Arrivals arrivals, BooleanSupplier closing) {
        this.socket = socket;
        this.plan = plan;
        this.arrivals = arrivals;
        this.closing = closing;
    }

    void closeNow() throws IOException {
        socket.close();
    }

    void run() {
        try (socket) {
            socket.setSoTimeout(TICK_MILLIS);
            InputStream in = socket.getInputStream();
            if (read(in)) {
                FaultStamp.pause(plan.stallMillis());
                arrivals.end(end(in));
            } else {
                arrivals.end("closed by the other end");
            }
        } catch (IOException e) {
            arrivals.end("broken: " + e.getMessage());
        }
    }

    /** Reads by the plan; false where the other end has closed. */
    private boolean read(InputStream in) throws IOException {
        long middle = plan.pace() == Pace.PAUSE ? plan.bytes() / 2 : Long.MAX_VALUE;
        int idle = 0;
        long done = 0;
        while (done < plan.bytes()) {
            int most = plan.pace() == Pace.SLOW ? 4096 : LARGEST_READ;
            int n = readSome(in, (int) Math.min(most, plan.bytes() - done));
            if (n < 0) {
                return false;
            }
            idle = n == 0 ? idle + TICK_MILLIS : 0;
            if (n == 0 && isOver(idle)) {
                return true;
            }
            done += n;
            if (done >= middle) {
                middle = Long.MAX_VALUE;
                FaultStamp.pause(100);
            }
            rest(done - n, done);
        }
        return true;
    }

    private boolean isOver(int idle) {
        if (plan != FaultPlan.PATIENT) {
            return idle >= IDLE_MILLIS;
        }
        // what the other end has to send again begins soon after it has connected
        return closing.getAsBoolean()
                && idle >= (arrivals.hasLatest() ? IDLE_MILLIS : LONG_IDLE_MILLIS)
                && (arrivals.hasLatest() || arrivals.bytes() == 0);
    }

    private void rest(long before, long done) {
        if (plan.pace() == Pace.SLOW) {
            FaultStamp.pause(1);
        } else if (plan.pace() == Pace.BURSTS && before / BURST != done / BURST) {
            FaultStamp.pause(5);
        }
    }

    /** Returns 0 where nothing comes. */
    private int readSome(InputStream in, int most) throws IOException {
        try {
            int n = in.read(buffer, 0, most);
            if (n > 0) {
                arrivals.append(buffer, n);
            }
            return n;
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    private String end(InputStream in) throws IOException {
        return switch (plan.ending()) {
            case HALF_CLOSE -> halfClose(in);
            case RESET -> {
                int unread = in.available();
                socket.setSoLinger(true, 0);
                socket.close();
                yield "reset with " + unread + " bytes unread";
            }
            default -> {
                int unread = in.available();
                socket.close();
                yield unread == 0 ? "closed, all read" : "closed with " + unread + " bytes unread";
            }
        };
    }

    private String halfClose(InputStream in) throws IOException {
        socket.shutdownOutput();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HALF_CLOSED_SECONDS);
        while (System.nanoTime() < end) {
            if (readSome(in, LARGEST_READ) < 0) {
                return "half-closed, then closed by the other end";
            }
        }
        return "half-closed, and the other end never closed";
    }
}
