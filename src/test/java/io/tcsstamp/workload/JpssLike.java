package io.tcsstamp.workload;

import io.tcsstamp.packet.CcsdsPackets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Position and attitude of a satellite, a packet a second: 71 bytes, 27 parameters, laid out like
 * the geolocation packets of the JPSS satellites. The calibrated variant says of the same bytes
 * that three integers have a line, four a cubic polynomial and three a list of labels.
 */
public final class JpssLike {
    /** The application process identifier of all packets. */
    public static final int APID = 11;

    /** Bytes of a packet. */
    public static final int PACKET_LENGTH = 71;

    /** Parameters of a packet. */
    public static final int PARAMETERS = 27;

    /** Coefficients of the line, from the constant on. */
    public static final List<Double> LINE = List.of(-40.0, 0.5);

    /** Coefficients of the cubic polynomial, from the constant on. */
    public static final List<Double> CUBIC = List.of(1.5, 0.25, -0.001, 2.0e-7);

    /** Labels of the secondary header flag. */
    public static final List<String> FLAG_LABELS = List.of("ABSENT", "PRESENT");

    /** Labels of the sequence flags. */
    public static final List<String> SEGMENT_LABELS =
            List.of("CONTINUATION", "FIRST", "LAST", "UNSEGMENTED");

    /** Labels of the unit. */
    public static final List<String> UNIT_LABELS = List.of("NONE", "UNIT_A", "UNIT_B", "UNIT_C");

    private static final double ORBIT_RADIUS = 7_200_000;
    private static final double RADIANS_PER_SECOND = 1.03e-3;

    /**
     * A parameter behind the primary header.
     *
     * @param name its name
     * @param type its type
     * @param calibrated its type in the calibrated variant
     */
    private record Field(String name, String type, String calibrated) {
        Field(String name, String type) {
            this(name, type, type);
        }
    }

    private static final List<Field> FIELDS =
            List.of(
                    new Field("TIME_DAY", "f_u16", "line_u16"),
                    new Field("TIME_MS", "f_u32"),
                    new Field("TIME_US", "f_u16"),
                    new Field("UNIT_ID", "u8", "unit_u8"),
                    new Field("EPH_DAY", "u16", "line_u16"),
                    new Field("EPH_MS", "u32", "cubic_u32"),
                    new Field("EPH_US", "u16", "cubic_u16"),
                    new Field("POS_X", "f32"),
                    new Field("POS_Y", "f32"),
                    new Field("POS_Z", "f32"),
                    new Field("VEL_X", "f32"),
                    new Field("VEL_Y", "f32"),
                    new Field("VEL_Z", "f32"),
                    new Field("ATT_DAY", "u16", "line_u16"),
                    new Field("ATT_MS", "u32", "cubic_u32"),
                    new Field("ATT_US", "u16", "cubic_u16"),
                    new Field("ATT_Q1", "f32"),
                    new Field("ATT_Q2", "f32"),
                    new Field("ATT_Q3", "f32"),
                    new Field("ATT_Q4", "f32"));

    private JpssLike() {}

    /** The definition without calibrators and enumerations. */
    public static String definition() {
        return definition(false);
    }

    /** The definition with calibrators and enumerations. */
    public static String calibratedDefinition() {
        return definition(true);
    }

    private static String definition(boolean calibrated) {
        XtceText xtce = new XtceText("Geolocation");
        HeaderParameters.declareTypes(xtce);
        xtce.integerType(Format.U32);
        xtce.floatType("f32", Format.F32, "");
        xtce.floatType("f_u16", Format.U16, "");
        xtce.floatType("f_u32", Format.U32, "");
        if (calibrated) {
            xtce.floatType("line_u16", Format.U16, XtceText.polynomial(LINE));
            xtce.floatType("cubic_u16", Format.U16, XtceText.polynomial(CUBIC));
            xtce.floatType("cubic_u32", Format.U32, XtceText.polynomial(CUBIC));
            xtce.enumeratedType("unit_u8", Format.U8, UNIT_LABELS);
            xtce.enumeratedType("flag_u1", Format.unsigned(1), FLAG_LABELS);
            xtce.enumeratedType("segment_u2", Format.unsigned(2), SEGMENT_LABELS);
        }
        List<String> entries = new ArrayList<>();
        for (Field field : FIELDS) {
            entries.add(field.name);
            xtce.parameter(field.name, calibrated ? field.calibrated : field.type);
        }
        HeaderParameters.declareParameters(
                xtce, calibrated ? "flag_u1" : "u1", calibrated ? "segment_u2" : "u2");
        xtce.root(HeaderParameters.ROOT, HeaderParameters.NAMES);
        xtce.container(
                "Geolocation",
                entries,
                HeaderParameters.ROOT,
                "VERSION=0",
                "TYPE=0",
                "APID=" + APID);
        return xtce.toString();
    }

    /** The parameters of a packet in order. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(HeaderParameters.NAMES);
        FIELDS.forEach(field -> names.add(field.name));
        return names;
    }

    /** The first packets of a stream, one behind the other; the same for the same seed. */
    public static byte[] packets(int count, long seed) {
        return packets(0, count, seed);
    }

    /** Packets of a stream from one on, one behind the other; the same for the same seed. */
    public static byte[] packets(int first, int count, long seed) {
        int start = new SplittableRandom(seed).nextInt(86_400);
        ByteBuffer all = ByteBuffer.allocate(count * PACKET_LENGTH);
        for (int i = first; i < first + count; i++) {
            byte[] data = data(start + i, Math.floorMod(i * 7, 1000));
            all.put(CcsdsPackets.create(0, 0, 1, APID, 3, i & 0x3FFF, data));
        }
        return all.array();
    }

    private static byte[] data(int second, int micros) {
        ByteBuffer data = ByteBuffer.allocate(PACKET_LENGTH - 6);
        time(data, second, micros).put((byte) 1);
        time(data, second, micros);
        double angle = second * RADIANS_PER_SECOND;
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        double speed = ORBIT_RADIUS * RADIANS_PER_SECOND;
        data.putFloat((float) (ORBIT_RADIUS * cosine)).putFloat((float) (ORBIT_RADIUS * sine));
        data.putFloat((float) (ORBIT_RADIUS * 0.1 * sine));
        data.putFloat((float) (-speed * sine)).putFloat((float) (speed * cosine));
        data.putFloat((float) (speed * 0.1 * cosine));
        time(data, second, micros);
        data.putFloat((float) (0.5 * sine)).putFloat((float) (0.5 * cosine));
        data.putFloat((float) (0.5 * sine)).putFloat((float) (0.5 * cosine));
        return data.array();
    }

    /** Days since 1958, milliseconds of the day, microseconds of the millisecond. */
    private static ByteBuffer time(ByteBuffer data, int second, int micros) {
        return data.putShort((short) (24_000 + second / 86_400))
                .putInt(second % 86_400 * 1000)
                .putShort((short) micros);
    }
}
