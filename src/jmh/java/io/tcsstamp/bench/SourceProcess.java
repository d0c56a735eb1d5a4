package io.tcsstamp.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Plays the TCS EGSE in a process of its own: makes the bytes of a pass, then writes them back to
 * back. Arguments: the kind of passes, seed, blocks or packets a pass. Commands: {@code accept},
 * {@code prepare first|next}, {@code send}, {@code close}.
 */
final class SourceProcess {
    /**
     * One write call: large enough to keep the socket full, small enough to be one step of many.
     */
    private static final int SLICE = 1 << 20;

    private final PassBuffer buffer = new PassBuffer();
    private final Pass pass;
    private final ServerSocketChannel server;
    private volatile SocketChannel peer;

    private SourceProcess(Pass pass) throws IOException {
        this.pass = pass;
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Pass pass = Pass.of(args[0], Long.parseLong(args[1]), Integer.parseInt(args[2]));
        new SourceProcess(pass).run();
    }

    private void run() throws IOException, InterruptedException {
        Commands commands = new Commands(this::close);
        Commands.answer("listening", server.socket().getLocalPort());
        while (true) {
            String command = commands.next();
            switch (command) {
                case "accept" -> {
                    peer = server.accept();
                    peer.setOption(StandardSocketOptions.TCP_NODELAY, true);
                    Commands.answer("accepted");
                }
                case "prepare first" -> prepare(true);
                case "prepare next" -> prepare(false);
                case "send" -> send();
                case "close" -> close();
                default -> throw new IllegalArgumentException("unknown command: " + command);
            }
        }
    }

    private void prepare(boolean first) {
        int records = pass.fill(buffer, first, false);
        Commands.answer("ready", buffer.size(), records);
    }

    private void send() {
        ByteBuffer bytes = buffer.bytes().duplicate().flip();
        int end = bytes.limit();
        long start = Clock.micros();
        try {
            while (bytes.position() < end) {
                bytes.limit(Math.min(end, bytes.position() + SLICE));
                peer.write(bytes);
            }
            Commands.answer("sent", start);
        } catch (IOException e) {
            Commands.answer("failed", "to write after", bytes.position(), "of", end, "bytes:", e);
        }
    }

    private void close() {
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
