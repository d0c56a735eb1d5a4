package io.tcsstamp.camel;

import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.decode.ValueText;
import io.tcsstamp.packet.LostBytes;
import io.tcsstamp.packet.PacketListener;
import io.tcsstamp.telemetry.Rejection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Says for the quarantine what is wrong with a packet. Stateless. */
final class PacketReports {
    /** Characters of the values that were decoded before a packet failed; the last count most. */
    private static final int MOST_TEXT = 2000;

    private PacketReports() {}

    /**
     * A packet that failed, or that is longer than it should be.
     *
     * @param apid negative where the packet is no space packet
     */
    static Rejection rejection(DecodeReport report, PacketValues values, int apid, long position) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("cause", report.cause().toString());
        putApid(details, apid);
        details.put("definition", report.definition());
        details.put("container", report.container());
        details.put("parameter", report.field());
        details.put("bit", String.valueOf(report.bitPosition()));
        details.put("position", String.valueOf(position));
        details.put("decoded", decoded(values));
        String where =
                "container "
                        + report.container()
                        + (report.field().isEmpty() ? "" : ", parameter " + report.field());
        return new Rejection(
                report.packet(),
                report.cause() + " packet, " + ofApid(apid) + where + ": " + report.message(),
                false,
                details);
    }

    /** Bytes that are in no packet. */
    static Rejection rejection(LostBytes lost) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("cause", lost.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        details.put("position", String.valueOf(lost.position()));
        putApid(details, lost.apid());
        return new Rejection(lost.bytes(), lost.reason(), lost.continued(), details);
    }

    /** Hears of bytes that are in no packet, as rejections. */
    static PacketListener lostBytes(Consumer<Rejection> to) {
        return new PacketListener() {
            @Override
            public void lost(LostBytes lost) {
                to.accept(rejection(lost));
            }
        };
    }

    /**
     * A packet whose own time cannot be written.
     *
     * @param apid negative where the packet is no space packet
     */
    static Rejection wrongTime(PacketValues values, ReceivedPackets packets, int index, int apid) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("cause", "time");
        putApid(details, apid);
        details.put("container", values.container().name());
        details.put("position", String.valueOf(packets.packets().position(index)));
        details.put("decoded", decoded(values));
        return new Rejection(
                packets.packet(index),
                "the time of a packet of "
                        + ofApid(apid)
                        + "container "
                        + values.container().name()
                        + " is not within the years 1 to 9999; is packet.time right?",
                false,
                details);
    }

    private static void putApid(Map<String, String> details, int apid) {
        if (apid >= 0) {
            details.put("apid", String.valueOf(apid));
        }
    }

    private static String ofApid(int apid) {
        return apid >= 0 ? "APID " + apid + ", " : "";
    }

    private static String decoded(PacketValues values) {
        StringBuilder text = new StringBuilder();
        TextBuffer value = new TextBuffer();
        int first = values.size();
        while (first > 0 && text.length() < MOST_TEXT) {
            first--;
            value.clear();
            ValueText.append(values, first, value);
            String shown = value.toString();
            text.insert(
                    0,
                    values.field(first).name()
                            + "="
                            + (shown.length() > 100 ? shown.substring(0, 100) + "…" : shown)
                            + (text.length() == 0 ? "" : ", "));
        }
        return first > 0 ? first + " values, " + text : text.toString();
    }
}
