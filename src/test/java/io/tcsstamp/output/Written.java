package io.tcsstamp.output;

import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.it.LanderPackets;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.Packets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Decodes packets of the lander and gives them to a writer. */
final class Written {
    private Written() {}

    static PacketDecoder lander() {
        try {
            return PacketDecoders.compiled(
                    XtceReader.read(LanderPackets.definition()), DecoderOptions.ALL);
        } catch (IOException | DefinitionException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives all packets to a writer and closes it. */
    static void write(LanderPackets packets, PacketWriter writer) throws IOException {
        PacketDecoder decoder = lander();
        write(decoder, packets.toBytes(), writer);
    }

    static void write(PacketDecoder decoder, byte[] packets, PacketWriter writer)
            throws IOException {
        PacketValues values = decoder.newValues();
        try (writer;
                PacketSource source = Packets.of(PacketFraming.ccsds()).open(packets)) {
            for (long index = 0; source.next(); index++) {
                byte[] bytes = source.packet().copy();
                decoder.decode(bytes, 0, bytes.length, values);
                writer.write(index, values);
            }
        }
    }

    /** What a writer of text makes of packets. */
    static String text(LanderPackets packets, Function<OutputStream, PacketWriter> writer)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(packets, writer.apply(out));
        return out.toString(StandardCharsets.UTF_8);
    }
}
