package io.tcsstamp.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where generated code is in a packet, as far as that is known beforehand. Not thread-safe. */
final class Place {
    private final List<Field> fields;
    private final int[] lastSlots;
    private int bit;
    private int knownBytes;

    private Place(List<Field> fields, int[] lastSlots, int bit, int knownBytes) {
        this.fields = fields;
        this.lastSlots = lastSlots;
        this.bit = bit;
        this.knownBytes = knownBytes;
    }

    /** The start of a packet. */
    static Place start(int references) {
        int[] none = new int[references];
        Arrays.fill(none, -1);
        return new Place(new ArrayList<>(), none, 0, 0);
    }

    Place copy() {
        return new Place(new ArrayList<>(fields), lastSlots.clone(), bit, knownBytes);
    }

    int bit() {
        return bit;
    }

    int slot() {
        return fields.size();
    }

    /** How many bytes the packet is known to have. */
    int knownBytes() {
        return knownBytes;
    }

    void know(int bytes) {
        knownBytes = bytes;
    }

    void skip(long bits) {
        bit = Math.toIntExact(bit + bits);
    }

    /** Gives the next field its place and slot. */
    PlacedField place(FieldStep step) {
        PlacedField placed = new PlacedField(step, bit, fields.size());
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

    /** The kind of value in a slot. */
    Field field(int slot) {
        return fields.get(slot);
    }
}
