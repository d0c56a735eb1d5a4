package io.tcsstamp.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where generated code is in a packet, as far as that is known beforehand: the bit and the slot
 * until the first step whose size depends on the packet. Not thread-safe.
 */
final class Place {
    /** Not even the start of the packet was taken. */
    private static final int UNSETTLED = -1;

    private static final long LAST_BIT = 1L << 30;

    private final List<Field> fields;
    private final int[] lastSlots;
    private long bit;
    private boolean loose;
    // what the PacketValues hold by now, where steps need them
    private int settledSlots = UNSETTLED;
    private long settledBit = UNSETTLED;

    private Place(List<Field> fields, int[] lastSlots) {
        this.fields = fields;
        this.lastSlots = lastSlots;
    }

    /** The start of a packet. */
    static Place start(int references) {
        int[] none = new int[references];
        Arrays.fill(none, -1);
        return new Place(new ArrayList<>(), none);
    }

    Place copy() {
        Place copy = new Place(new ArrayList<>(fields), lastSlots.clone());
        copy.bit = bit;
        copy.loose = loose;
        copy.settledSlots = settledSlots;
        copy.settledBit = settledBit;
        return copy;
    }

    /** True where bit and slot depend on the packet; the {@link PacketValues} have them then. */
    boolean loose() {
        return loose;
    }

    void loosen() {
        loose = true;
    }

    /** The bits from the start of the packet; only where not loose. */
    int bit() {
        return (int) bit;
    }

    /** True where no packet reaches, or none that is worth it. */
    boolean beyond() {
        return bit > LAST_BIT;
    }

    void skip(long bits) {
        bit = bits > LAST_BIT ? LAST_BIT + 1 : Math.min(bit + bits, LAST_BIT + 1);
    }

    int slot() {
        return fields.size();
    }

    /** Gives the next field its place and slot. */
    PlacedField place(FieldStep step) {
        PlacedField placed = new PlacedField(step, (int) bit, fields.size());
        Field field = step.field();
        if (field.reference() >= 0) {
            lastSlots[field.reference()] = fields.size();
        }
        fields.add(field);
        skip(step.fixedBits());
        return placed;
    }

    /** The slot of the last value of a field that is referred to, or -1. */
    int lastSlot(int reference) {
        return lastSlots[reference];
    }

    /** All fields so far, by slot. */
    Field[] fields() {
        return fields.toArray(Field[]::new);
    }

    int[] lastSlots() {
        return lastSlots.clone();
    }

    boolean started() {
        return settledSlots != UNSETTLED;
    }

    /** True where the {@link PacketValues} are as far as this. */
    boolean settled() {
        return settledSlots == fields.size() && settledBit == bit;
    }

    /** How many slots the {@link PacketValues} know the fields of. */
    int settledSlots() {
        return Math.max(0, settledSlots);
    }

    void settle() {
        settledSlots = fields.size();
        settledBit = bit;
    }
}
