package io.tcsstamp.workload;

import static io.tcsstamp.workload.Format.F32;
import static io.tcsstamp.workload.Format.I16;
import static io.tcsstamp.workload.Format.U16;
import static io.tcsstamp.workload.Format.U32;
import static io.tcsstamp.workload.Format.U8;

import io.tcsstamp.packet.CcsdsPackets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An instrument of 9,500 parameters in 39 containers, as large as the definition of the CTIM
 * instrument and of a similar shape: each of 9 application processes has a large packet of 865
 * fields, most of them bytes in a row, and some small ones of mixed fields, told apart by a number
 * behind the time. Only large packets are made.
 */
public final class ManyParameters {
    /** Parameters of the definition. */
    public static final int PARAMETERS = 9_500;

    /** Containers of the definition. */
    public static final int CONTAINERS = 39;

    /** Application process identifiers. */
    public static final int APIDS = 9;

    /** Fields of each packet that {@link #packets} makes. */
    public static final int FIELDS = 865;

    private static final int FIRST_APID = 100;

    /** What stands behind the primary header: time, its fraction, the number of the packet. */
    private static final List<String> SECONDARY = List.of("TIME", "TIME_FRACTION", "PACKET_ID");

    private static final int ROOT_FIELDS = HeaderParameters.NAMES.size() + SECONDARY.size();
    private static final int SMALL = CONTAINERS - 1 - APIDS;

    /** The fields that a large packet has among its bytes. */
    private static final List<Format> MIXED =
            List.of(
                    U16,
                    I16,
                    U32,
                    F32,
                    Format.unsigned(12),
                    Format.unsigned(4),
                    U16,
                    U32,
                    F32,
                    Format.unsigned(3),
                    Format.unsigned(5),
                    I16,
                    U32,
                    U16,
                    F32);

    private ManyParameters() {}

    /** The definition. */
    public static String definition() {
        XtceText xtce = new XtceText("Instrument");
        HeaderParameters.declareTypes(xtce);
        for (Format format :
                List.of(U32, I16, Format.unsigned(12), Format.unsigned(4), Format.unsigned(5))) {
            xtce.integerType(format);
        }
        xtce.floatType(F32.name(), F32, "");
        HeaderParameters.declareParameters(xtce, "u1", "u2");
        xtce.parameter(SECONDARY.get(0), U32.name());
        xtce.parameter(SECONDARY.get(1), U16.name());
        xtce.parameter(SECONDARY.get(2), U8.name());
        List<String> root = new ArrayList<>(HeaderParameters.NAMES);
        root.addAll(SECONDARY);
        xtce.root(HeaderParameters.ROOT, root);
        int left = PARAMETERS - ROOT_FIELDS;
        for (int apid = 0; apid < APIDS; apid++) {
            container(xtce, apid, 0, large());
            left -= FIELDS - ROOT_FIELDS;
        }
        for (int small = 0; small < SMALL; small++) {
            int count = left / (SMALL - small);
            container(xtce, small % APIDS, 1 + small / APIDS, small(count));
            left -= count;
        }
        return xtce.toString();
    }

    private static void container(XtceText xtce, int apid, int number, List<Format> fields) {
        String name = "P%d_%d".formatted(FIRST_APID + apid, number);
        List<String> entries = new ArrayList<>();
        for (Format field : fields) {
            String entry = "%s_%03d".formatted(name, entries.size());
            xtce.parameter(entry, field.name());
            entries.add(entry);
        }
        xtce.container(
                name,
                entries,
                HeaderParameters.ROOT,
                "APID=" + (FIRST_APID + apid),
                "PACKET_ID=" + number);
    }

    /** Bytes in three rows, mixed fields around them. */
    private static List<Format> large() {
        int bytes = FIELDS - ROOT_FIELDS - MIXED.size();
        List<Format> fields = new ArrayList<>();
        fields.addAll(MIXED.subList(0, 6));
        fields.addAll(Collections.nCopies(bytes / 2, U8));
        fields.addAll(MIXED.subList(6, 11));
        fields.addAll(Collections.nCopies(bytes / 3, U8));
        fields.addAll(MIXED.subList(11, MIXED.size()));
        fields.addAll(Collections.nCopies(bytes - bytes / 2 - bytes / 3, U8));
        return fields;
    }

    private static List<Format> small(int count) {
        List<Format> fields = new ArrayList<>();
        while (fields.size() < count) {
            fields.addAll(MIXED);
        }
        return fields.subList(0, count);
    }

    /**
     * That many packets of {@value #FIELDS} fields, their application processes in a random order;
     * the same for the same seed.
     */
    public static byte[] packets(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int bits = large().stream().mapToInt(Format::bits).sum();
        int[] sequence = new int[APIDS];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            int apid = random.nextInt(APIDS);
            byte[] fields = new byte[bits / 8];
            random.nextBytes(fields);
            ByteBuffer data = ByteBuffer.allocate(7 + fields.length);
            data.putInt(i).putShort((short) random.nextInt()).put((byte) 0).put(fields);
            byte[] packet =
                    CcsdsPackets.create(
                            0, 0, 1, FIRST_APID + apid, 3, sequence[apid]++ & 0x3FFF, data.array());
            all.writeBytes(packet);
        }
        return all.toByteArray();
    }
}
