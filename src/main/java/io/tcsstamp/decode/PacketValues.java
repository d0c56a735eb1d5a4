package io.tcsstamp.decode;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Container;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The values of one packet, in slots that are used again for the next one. Slots are in the order
 * in which the packet was decoded; a parameter that stands in a packet twice has two.
 *
 * <p>Not thread-safe: one thread decodes into it and reads from it. The values refer to the bytes
 * that were decoded, which must not change while they are read; {@link #toList} makes objects that
 * stay.
 */
public final class PacketValues {
    /** More values than this in a packet are refused. */
    static final int MAX_SLOTS = 1 << 20;

    /** More work than this, and the length of the packet, is not done for one packet. */
    private static final long MAX_WORK = 1L << 24;

    /** Views look for a value that many slots back. */
    private static final int MAX_LOOK_BACK = 1 << 14;

    final DecodePlan plan;
    // the packet
    byte[] bytes = new byte[0];
    int offset;
    long bitLength;
    // the slots; fields may be a shared array of the decoder, which is never written to
    Field[] fields;
    Field[] own;
    int size;
    long[] raw;
    double[] value;
    long[] text;
    boolean[] calibrated;
    // the slot of the last value of each field that is referred to, or -1; may be shared, too
    int[] lastSlot;
    final int[] ownLastSlot;
    // where decoding is, or ended: bits from the start of the packet
    long position;
    long containerStart;
    long containerEnd;
    // the end of the last field before decoding went back
    long furthest;
    // how much more work this packet may cause
    private long budget;
    // views look back from a slot: what was decoded behind it does not count
    private int horizon = Integer.MAX_VALUE;
    ContainerPlan container;
    DecodeFailure failure;

    PacketValues(DecodePlan plan, int capacity) {
        this.plan = plan;
        this.own = new Field[capacity];
        this.fields = own;
        this.raw = new long[capacity];
        this.value = new double[capacity];
        this.text = new long[capacity];
        this.calibrated = new boolean[capacity];
        this.ownLastSlot = new int[plan.references()];
        this.lastSlot = ownLastSlot;
    }

    /** Forgets the last packet and takes the next one. */
    void start(byte[] packet, int packetOffset, int length) {
        if (bytes != packet) {
            bytes = packet;
        }
        offset = packetOffset;
        bitLength = length * 8L;
        if (fields != own) {
            fields = own;
            lastSlot = ownLastSlot;
        }
        size = 0;
        position = 0;
        containerStart = 0;
        containerEnd = bitLength;
        furthest = 0;
        budget = MAX_WORK + bitLength;
        container = plan.root();
        if (failure != null) {
            failure = null;
        }
        Arrays.fill(lastSlot, -1);
    }

    /**
     * Takes slots that generated code filled, or is about to: makes it look as if steps had done
     * it.
     *
     * @param next their fields, from the next slot on
     * @param end the bit behind the last one
     * @param referred the indexes of those that are referred to
     */
    void settle(Field[] next, long end, int[] referred) {
        int slot = size;
        System.arraycopy(next, 0, own, slot, next.length);
        for (int index : referred) {
            lastSlot[next[index].reference()] = slot + index;
        }
        size = slot + next.length;
        position = end;
    }

    /** True at a whole byte with so many bits behind it; there is room for as many values then. */
    boolean hasRoom(long bits, int slots) {
        return (position & 7) == 0 && hasRoomHere(bits, slots);
    }

    /** True with so many bits ahead; there is room for as many values then. */
    boolean hasRoomHere(long bits, int slots) {
        if (bitLength - position < bits || MAX_SLOTS - size < slots) {
            return false;
        }
        if (own.length - size < slots) {
            grow(Math.max(size + slots, Math.min(MAX_SLOTS, size * 2)));
        }
        return true;
    }

    /** Ends a packet whose steps were run. */
    void finish(ContainerPlan matched) {
        container = matched;
    }

    /**
     * Takes a packet whose slots were filled by generated code. What is the same in all packets of
     * a container is only stored where the packet before was of another one.
     *
     * @param slots shared, one for each slot, and known by no other container
     * @param end the bit behind the last one
     * @param slotsByReference shared, like {@link #lastSlot}
     */
    void finish(
            byte[] packet,
            int packetOffset,
            int length,
            Field[] slots,
            long end,
            ContainerPlan matched,
            int[] slotsByReference) {
        if (bytes != packet) {
            bytes = packet;
        }
        offset = packetOffset;
        bitLength = length * 8L;
        if (fields != slots) {
            fields = slots;
            size = slots.length;
            position = end;
            furthest = 0;
            lastSlot = slotsByReference;
            container = matched;
            failure = null;
        }
    }

    /**
     * Makes the next slot.
     *
     * @return its index
     * @throws DecodeFailure when a packet has more values than any packet may have
     */
    int add(Field field) {
        int slot = size;
        if (slot == own.length) {
            grow(field);
        }
        if (own[slot] != field) {
            // packets of the same kind follow each other; what is there need not be written
            own[slot] = field;
        }
        size = slot + 1;
        if (field.reference() >= 0) {
            lastSlot[field.reference()] = slot;
        }
        return slot;
    }

    /** Takes back the last slot: it got no derived value. */
    void takeBack(int slot) {
        int reference = fields[slot].reference();
        if (reference >= 0 && lastSlot[reference] == slot) {
            lastSlot[reference] = -1;
        }
        size = slot;
    }

    /**
     * The slot of the last value of a reference, or -1.
     *
     * @param reference a {@link Field#reference()}
     */
    int latest(int reference) {
        int slot = lastSlot[reference];
        return slot <= horizon ? slot : latestBefore(reference, horizon + 1);
    }

    /** The slot of the last value of a reference before another slot, or -1. */
    int latestBefore(int reference, int end) {
        int slot = Math.min(lastSlot[reference], end - 1);
        int far = Math.max(0, slot - MAX_LOOK_BACK);
        while (slot >= far && fields[slot].reference() != reference) {
            slot--;
        }
        return slot >= far ? slot : -1;
    }

    /** Asks a criterion as it was when a slot was decoded. */
    boolean heldAt(int slot, Criterion criterion) {
        horizon = slot;
        budget = MAX_WORK;
        try {
            return criterion.test(this);
        } finally {
            horizon = Integer.MAX_VALUE;
        }
    }

    /** Goes on somewhere else. */
    void moveTo(long target) {
        furthest = Math.max(furthest, position);
        position = target;
    }

    /**
     * Accounts for work that the packet's data multiply.
     *
     * @throws DecodeFailure when it is more than any packet may cause
     */
    void spend(long work, String field) {
        budget -= work;
        if (budget < 0) {
            throw new DecodeFailure(
                    Cause.SIZE, field, position, "its repetitions are more than can be decoded");
        }
    }

    private void grow(Field field) {
        if (size >= MAX_SLOTS) {
            throw new DecodeFailure(
                    Cause.SIZE, field.name(), position, "the packet has over a million values");
        }
        grow(Math.min(MAX_SLOTS, Math.max(16, size * 2)));
    }

    private void grow(int capacity) {
        own = Arrays.copyOf(own, capacity);
        fields = own;
        raw = Arrays.copyOf(raw, capacity);
        value = Arrays.copyOf(value, capacity);
        text = Arrays.copyOf(text, capacity);
        calibrated = Arrays.copyOf(calibrated, capacity);
    }

    /** How many slots there are, those of fields that were not asked for included. */
    public int size() {
        return size;
    }

    /** What a slot holds a value of; {@link Field#selected()} tells whether it was asked for. */
    public Field field(int slot) {
        return fields[slot];
    }

    /** The raw value, as its {@link RawKind} says. */
    public long rawBits(int slot) {
        return raw[slot];
    }

    /**
     * The derived value as a number: an integer as the nearest double, true as 1, the index of a
     * label in its type; 0 for text and bytes.
     */
    public double number(int slot) {
        return value[slot];
    }

    /** What the derived value is. */
    public ValueKind valueKind(int slot) {
        Field field = fields[slot];
        return field.contextual() && calibrated[slot] ? ValueKind.FLOAT : field.plainKind();
    }

    /** The derived text of a slot of {@link ValueKind#TEXT}: where it stands in the packet. */
    public long textExtent(int slot) {
        return text[slot];
    }

    /** The most derived container that matched, or was being decoded when the packet failed. */
    public Container container() {
        return container.container();
    }

    /** The containers from the root to {@link #container()}. */
    public List<Container> chain() {
        return container.chain();
    }

    /** How many bits were decoded, up to the end of the last field. */
    public long bitsDecoded() {
        return Math.max(position, furthest);
    }

    /** The length of the packet in bits. */
    public long bitLength() {
        return bitLength;
    }

    /** True when the packet was decoded and bits are left behind the last field. */
    public boolean overlong() {
        return failure == null && bitsDecoded() < bitLength;
    }

    /** True when the packet failed. */
    public boolean failed() {
        return failure != null;
    }

    /** The packet's bytes; they start at {@link #offset()}. Not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the packet starts in {@link #bytes()}. */
    public int offset() {
        return offset;
    }

    /** Why the packet failed, or that it is longer than its definition; a copy of both. */
    public Optional<DecodeReport> report() {
        return Reports.of(this);
    }

    /** The raw value: Long, BigInteger (unsigned 64 bits and wider), Double, or byte[]. */
    public Object raw(int slot) {
        return ValueObjects.raw(this, slot);
    }

    /** The derived value: Long, BigInteger, Double, Boolean, String, or byte[]. */
    public Object value(int slot) {
        return ValueObjects.value(this, slot);
    }

    /** The values that were asked for, in the order of the packet, as objects that stay. */
    public List<DecodedValue> toList() {
        return ValueObjects.all(this);
    }

    /** The last slot of a name, or -1. */
    public int slot(String name) {
        for (int slot = size - 1; slot >= 0; slot--) {
            if (fields[slot].name().equals(name)) {
                return slot;
            }
        }
        return -1;
    }

    /**
     * The label of a slot of {@link ValueKind#LABEL}.
     *
     * @throws IllegalArgumentException for a slot of another kind
     */
    public String label(int slot) {
        if (valueKind(slot) != ValueKind.LABEL) {
            throw new IllegalArgumentException(fields[slot] + " has no labels");
        }
        return ValueObjects.label(this, slot);
    }

    /**
     * The instant of an absolute time; absent for everything else, for a time without an epoch, and
     * for one that is beyond what an Instant holds.
     */
    public Optional<Instant> instant(int slot) {
        return Instants.of(this, slot);
    }

    /** The level of a value by the alarms of its type; absent where the type has none. */
    public Optional<Alarms.Level> alarm(int slot) {
        return Judgements.alarm(this, slot);
    }

    /** False for a value outside of the valid range of its type. */
    public boolean valid(int slot) {
        return Judgements.valid(this, slot);
    }
}
