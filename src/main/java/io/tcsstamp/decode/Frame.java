package io.tcsstamp.decode;

import org.objectweb.asm.Opcodes;

/**
 * The locals of a generated method that decodes fields.
 *
 * @param values the {@link PacketValues}
 * @param raw their array of raw values
 * @param value their array of derived values
 * @param firstSlot the slot that slots count from, or {@link #NONE} where they are absolute
 */
record Frame(int values, int raw, int value, int firstSlot) {
    static final int NONE = -1;

    /** Emits the loads of the arrays. */
    static Frame open(Code code, int values, int firstSlot) {
        Frame frame = new Frame(values, code.local(1), code.local(1), firstSlot);
        frame.load(code);
        return frame;
    }

    /** Emits the loads of the arrays, which may have grown. */
    void load(Code code) {
        code.aload(values).getField(PacketValues.class, "raw", long[].class);
        code.load(Opcodes.ASTORE, raw);
        code.aload(values).getField(PacketValues.class, "value", double[].class);
        code.load(Opcodes.ASTORE, value);
    }

    /** Emits checks of the bounds that make those of all slots before this one superfluous. */
    void touch(Code code, int slot) {
        code.aload(raw);
        slot(code, slot);
        code.op(Opcodes.LALOAD).op(Opcodes.POP2);
        code.aload(value);
        slot(code, slot);
        code.op(Opcodes.DALOAD).op(Opcodes.POP2);
    }

    /** Pushes a slot's index. */
    void slot(Code code, int slot) {
        if (firstSlot == NONE) {
            code.push(slot);
        } else {
            code.iload(firstSlot);
            if (slot > 0) {
                code.push(slot).op(Opcodes.IADD);
            }
        }
    }

    /** Stores a local of type long as the raw value. */
    void storeRaw(Code code, int slot, int local) {
        code.aload(raw);
        slot(code, slot);
        code.lload(local).op(Opcodes.LASTORE);
    }

    /** Stores a local of type double as the raw value. */
    void storeRawOfDouble(Code code, int slot, int local) {
        code.aload(raw);
        slot(code, slot);
        code.load(Opcodes.DLOAD, local);
        code.call(Double.class, "doubleToRawLongBits", long.class, double.class);
        code.op(Opcodes.LASTORE);
    }
}
