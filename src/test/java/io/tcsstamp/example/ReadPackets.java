package io.tcsstamp.example;

import io.tcsstamp.decode.DecodedValue;
import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.definition.xtce.XtceValidation;
import io.tcsstamp.definition.xtce.XtceValidation.Level;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.PacketView;
import io.tcsstamp.packet.Packets;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.file.Path;

/** Reads packets by a definition and prints some of their values. */
final class ReadPackets {
    private final PacketDecoder decoder;

    private ReadPackets(PacketDecoder decoder) {
        this.decoder = decoder;
    }

    // README: from here
    /** Loads a definition; all that is wrong with it is in the exception, with its place. */
    static ReadPackets by(Path file) throws IOException, DefinitionException {
        Definition definition = XtceReader.read(file);
        return new ReadPackets(PacketDecoders.compiled(definition, DecoderOptions.ALL));
    }

    void file(Path file, PrintStream out) throws IOException {
        try (PacketSource packets = Packets.of(PacketFraming.ccsds()).skipIdle().open(file)) {
            print(packets, out);
        }
    }

    void socket(Socket socket, PrintStream out) throws IOException {
        try (PacketSource packets =
                Packets.of(PacketFraming.ccsds()).open(socket.getInputStream())) {
            print(packets, out);
        }
    }

    void array(byte[] bytes, PrintStream out) throws IOException {
        try (PacketSource packets = Packets.of(PacketFraming.ccsds()).open(bytes)) {
            print(packets, out);
        }
    }

    private void print(PacketSource packets, PrintStream out) {
        PacketValues values = decoder.newValues(); // holds one packet at a time, is used again
        for (PacketView packet : packets) {
            boolean whole =
                    decoder.decode(packet.bytes(), packet.offset(), packet.length(), values);
            int slot = values.slot("PLATE_TEMP"); // -1 in packets without one
            if (slot >= 0) {
                out.println(values.rawBits(slot) + " is " + values.number(slot) + " degC");
            }
            if (!whole) {
                out.println("failed: " + values.report().orElseThrow());
                for (DecodedValue value : values.toList()) { // what was decoded before
                    out.println("  " + value.name() + " = " + value.value());
                }
            }
        }
    }

    /** Prints all that is wrong with a definition, each with file, line and column. */
    static void validate(Path file, PrintStream out) throws IOException {
        XtceValidation.of(Level.ALL).check(file).forEach(out::println);
    }
    // README: to here
}
