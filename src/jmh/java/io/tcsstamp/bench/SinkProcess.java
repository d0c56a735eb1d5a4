package io.tcsstamp.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Plays STAMP in a process of its own: reads a pass into memory and, after the clock has stopped,
 * compares every byte with what has to come. Arguments: the kind of passes, seed, blocks or packets
 * a pass. Commands: {@code prepare first|next lines|blocks}, {@code receive}, {@code end} (expects
 * the end of the connection and nothing before it).
 */
final class SinkProcess {
    private static final int SLICE = 1 << 20;

    private final PassBuffer expected = new PassBuffer();
    private final PassBuffer received = new PassBuffer();
    private final Pass pass;
    private final ServerSocketChannel server;
    private volatile SocketChannel peer;

    private SinkProcess(Pass pass) throws IOException {
        this.pass = pass;
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Pass pass = Pass.of(args[0], Long.parseLong(args[1]), Integer.parseInt(args[2]));
        new SinkProcess(pass).run();
    }

    private void run() throws IOException, InterruptedException {
        Commands commands = new Commands(this::abort);
        Commands.answer("listening", server.socket().getLocalPort());
        while (true) {
            String[] command = commands.next().split(" ");
            switch (command[0]) {
                case "prepare" -> prepare(command[1].equals("first"), command[2].equals("lines"));
                case "receive" -> receive();
                case "end" -> end();
                default -> throw new IllegalArgumentException("unknown command: " + command[0]);
            }
        }
    }

    private void prepare(boolean first, boolean lines) {
        int records = pass.fill(expected, first, lines);
        received.reserve(expected.size());
        touch(received.bytes().duplicate().clear());
        Commands.answer("ready", expected.size(), records);
    }

    /** The first use of a page costs the kernel's time: take that before the clock starts. */
    private static void touch(ByteBuffer bytes) {
        for (int i = 0; i < bytes.capacity(); i += 4096) {
            bytes.put(i, (byte) 0);
        }
    }

    private void receive() {
        received.clear();
        ByteBuffer bytes = received.bytes();
        int end = expected.size();
        String trouble = "the connection ended";
        try {
            if (peer == null) {
                peer = server.accept();
            }
            int count = 0;
            while (bytes.position() < end && count >= 0) {
                bytes.limit(Math.min(end, bytes.position() + SLICE));
                count = peer.read(bytes);
            }
        } catch (IOException e) {
            trouble = e.toString();
        }
        long stop = Clock.micros();
        if (bytes.position() < end) {
            Commands.answer(
                    "failed", Difference.describe(expected.bytes(), bytes), "(" + trouble + ")");
            return;
        }
        if (expected.bytes().duplicate().flip().equals(bytes.duplicate().flip())) {
            Commands.answer("received", stop);
        } else {
            Commands.answer("failed", Difference.describe(expected.bytes(), bytes));
        }
    }

    private void end() throws IOException {
        ByteBuffer more = ByteBuffer.allocate(4096);
        int surplus = 0;
        SocketChannel open = peer;
        try {
            while (open != null && open.read(more) >= 0) {
                surplus += more.position();
                more.clear();
            }
        } catch (IOException e) {
            System.err.println("end: " + e.getMessage());
        }
        abort();
        peer = null;
        Commands.answer(surplus == 0 ? "ended" : "failed", surplus, "bytes more than expected");
    }

    private void abort() {
        SocketChannel open = peer;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                System.err.println("close: " + e.getMessage());
            }
        }
    }
}
