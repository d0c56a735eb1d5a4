package io.tcsstamp.packet;

import java.util.HexFormat;

/**
 * How packets follow each other in a stream. Immutable and thread-safe.
 *
 * <p>Each kind may have bytes before every packet that are not part of it ({@link #skip}, {@link
 * #sync}), a bound for its packets ({@link #maxLength}) and a rule for what to do where no packet
 * can begin ({@link #resync}, off by default).
 */
public final class PacketFraming {
    /** Bytes of the header of a UDP datagram. */
    public static final int UDP_HEADER = 8;

    /** The longest packet, in bytes, where neither the format nor the user says a smaller one. */
    public static final int DEFAULT_MAX_LENGTH = 16 << 20;

    private static final int LARGEST = 1 << 28;
    private static final byte[] NOTHING = {};

    /** What tells where a packet ends. */
    enum Kind {
        CCSDS,
        FIXED,
        LENGTH,
        UDP,
        HEX
    }

    final Kind kind;
    final LengthField field;
    final int skip;
    final byte[] sync;
    final int maxLength;
    final Resync resync;

    private PacketFraming(
            Kind kind, LengthField field, int skip, byte[] sync, int maxLength, Resync resync) {
        this.kind = kind;
        this.field = field;
        this.skip = skip;
        this.sync = sync;
        this.maxLength = maxLength;
        this.resync = resync;
    }

    private static PacketFraming of(Kind kind, LengthField field, int maxLength) {
        return new PacketFraming(kind, field, 0, NOTHING, maxLength, Resync.OFF);
    }

    /** Space packets (CCSDS 133.0-B): the data length field of the primary header tells the end. */
    public static PacketFraming ccsds() {
        return of(
                Kind.CCSDS,
                new LengthField(32, 16, CcsdsHeader.LENGTH + 1, CcsdsHeader.LENGTH),
                CcsdsHeader.MAX_PACKET_LENGTH);
    }

    /**
     * Packets of one length.
     *
     * @param length bytes of each, 1 to 2<sup>28</sup>
     * @throws IllegalArgumentException if it is not
     */
    public static PacketFraming fixed(int length) {
        check("length of a packet", length, 1, LARGEST);
        return of(Kind.FIXED, new LengthField(0, 0, length, 0), length);
    }

    /**
     * Packets that hold their length as an unsigned number, most significant bit first: the value
     * of the {@code bits} bits that begin {@code bitOffset} bits behind the packet's beginning,
     * plus {@code add}, is the number of bytes of the whole packet, from its first byte to its
     * last. So {@code lengthField(32, 16, 7)} cuts space packets.
     *
     * @param bitOffset 0 to 524288
     * @param bits 1 to 32
     * @param add -2<sup>28</sup> to 2<sup>28</sup>
     * @throws IllegalArgumentException if one is out of its range
     */
    public static PacketFraming lengthField(int bitOffset, int bits, int add) {
        check("offset of the length field", bitOffset, 0, 1 << 19);
        check("width of the length field", bits, 1, 32);
        check("number added to the length", add, -LARGEST, LARGEST);
        LengthField field = new LengthField(bitOffset, bits, add, (bitOffset + bits + 7) / 8);
        return of(Kind.LENGTH, field, DEFAULT_MAX_LENGTH);
    }

    /** UDP datagrams (RFC 768) one behind the other, each with its header of 8 bytes. */
    public static PacketFraming udp() {
        return of(Kind.UDP, new LengthField(32, 16, 0, UDP_HEADER), 0xFFFF);
    }

    /**
     * Text: a line with the hexadecimal digits of each packet. White space is ignored, so are empty
     * lines, and in a line what stands before its last {@code |} (a time, as in {@code time|hex}).
     */
    public static PacketFraming hex() {
        return of(Kind.HEX, new LengthField(0, 0, 0, 0), DEFAULT_MAX_LENGTH);
    }

    /**
     * Reads {@code ccsds}, {@code fixed:N}, {@code length:OFFSET:BITS[:ADD]}, {@code udp} or {@code
     * hex}; OFFSET is in bits.
     *
     * @throws IllegalArgumentException if it is none of them; the message says what is possible
     */
    public static PacketFraming parse(String text) {
        return FramingText.parse(text);
    }

    /**
     * The same with bytes before each packet that are not part of it, whatever they are.
     *
     * @param bytes 0 to 65536
     */
    public PacketFraming skip(int bytes) {
        check("number of bytes to skip", bytes, 0, 1 << 16);
        return new PacketFraming(kind, field, bytes, NOTHING, maxLength, resync);
    }

    /**
     * The same with a synchronisation pattern before each packet that is not part of it.
     *
     * @param pattern at most 65536 bytes
     */
    public PacketFraming sync(byte[] pattern) {
        check("length of the synchronisation pattern", pattern.length, 0, 1 << 16);
        return new PacketFraming(kind, field, pattern.length, pattern.clone(), maxLength, resync);
    }

    /**
     * The same where a longer packet cannot be true. It bounds the memory a reader needs.
     *
     * @param bytes 1 to 2<sup>28</sup>; what the format allows remains the limit
     */
    public PacketFraming maxLength(int bytes) {
        check("length of the longest packet", bytes, 1, LARGEST);
        int limit =
                switch (kind) {
                    case CCSDS -> CcsdsHeader.MAX_PACKET_LENGTH;
                    case UDP -> 0xFFFF;
                    case FIXED -> field.add();
                    case LENGTH, HEX -> LARGEST;
                };
        return new PacketFraming(kind, field, skip, sync, Math.min(bytes, limit), resync);
    }

    /** The same with another rule for what to do where no packet can begin. */
    public PacketFraming resync(Resync rule) {
        return new PacketFraming(kind, field, skip, sync, maxLength, rule);
    }

    /** Whether what it cuts are space packets by definition. */
    public boolean isCcsds() {
        return kind == Kind.CCSDS;
    }

    PacketCutter cutter(PacketView view, PacketListener listener) {
        return kind == Kind.HEX
                ? new HexCutter(this, view, listener)
                : new LengthCutter(this, view, listener);
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "the " + name + " must be " + min + " to " + max + ", not " + value);
        }
    }

    /** As {@link #parse} reads it, with what is skipped. */
    @Override
    public String toString() {
        String text =
                switch (kind) {
                    case FIXED -> "fixed:" + field.add();
                    case LENGTH -> "length:" + field.bit() + ":" + field.bits() + ":" + field.add();
                    case CCSDS -> "ccsds";
                    case UDP -> "udp";
                    case HEX -> "hex";
                };
        if (sync.length > 0) {
            return text + " behind " + HexFormat.of().formatHex(sync);
        }
        return skip > 0 ? text + " behind " + skip + " bytes" : text;
    }
}
