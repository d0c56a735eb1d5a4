package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Code that reads one number at a known place, derives its value and stores both. */
final class FieldEmitter {
    private final Code code;
    private final WindowEmitter windows;
    private final Frame frame;
    private final DerivationEmitter derivations;
    private final int raw;

    /**
     * Creates an emitter for a run of straight code.
     *
     * @param frame where the arrays are
     */
    FieldEmitter(Code code, WindowEmitter windows, Frame frame, DerivationEmitter derivations) {
        this.code = code;
        this.windows = windows;
        this.frame = frame;
        this.derivations = derivations;
        this.raw = code.local(2);
    }

    /** True where there is code for a step; else it must be run. */
    static boolean knows(Step step) {
        if (step instanceof IntegerStep s) {
            return s.kind() != IntegerKind.BCD
                    && s.kind() != IntegerKind.PACKED_BCD
                    && DerivationEmitter.knows(s.derivation());
        }
        return step instanceof FloatStep s
                && s.width() <= Long.SIZE
                && DerivationEmitter.knows(s.derivation());
    }

    /** Emits the code of a field. */
    void emit(PlacedField place) {
        if (place.step() instanceof IntegerStep step) {
            integer(step, place);
        } else {
            real((FloatStep) place.step(), place);
        }
    }

    private void integer(IntegerStep step, PlacedField place) {
        IntegerKind kind = step.kind();
        boolean plain = !step.littleEndian() && !step.reversed();
        if (plain && kind == IntegerKind.TWOS_COMPLEMENT) {
            windows.signed(place.bit(), step.width());
        } else {
            windows.unsigned(place.bit(), step.width());
            order(step.reversed(), step.littleEndian(), step.width());
            if (kind != IntegerKind.UNSIGNED) {
                complement(kind, step.width());
            }
        }
        code.load(Opcodes.LSTORE, raw);
        frame.storeRaw(code, place.slot(), raw);
        derivations.integer(step, place, raw);
    }

    private void complement(IntegerKind kind, int width) {
        switch (kind) {
            case TWOS_COMPLEMENT -> {
                if (width < Long.SIZE) {
                    code.push(Long.SIZE - width).op(Opcodes.LSHL);
                    code.push(Long.SIZE - width).op(Opcodes.LSHR);
                }
            }
            case ONES_COMPLEMENT, SIGN_MAGNITUDE -> {
                // these two never fail, and so need no packet
                code.push(width);
                constant(kind);
                code.op(Opcodes.ACONST_NULL).push(0);
                code.call(
                        IntegerKinds.class,
                        "value",
                        long.class,
                        long.class,
                        int.class,
                        IntegerKind.class,
                        PacketValues.class,
                        int.class);
            }
            default -> throw new IllegalStateException(kind + " is left to its step");
        }
    }

    private void order(boolean reversed, boolean littleEndian, int width) {
        if (reversed) {
            code.push(width);
            code.call(BitOrders.class, "reverse", long.class, long.class, int.class);
        }
        if (littleEndian && width % 8 == 0) {
            code.call(Long.class, "reverseBytes", long.class, long.class);
            if (width < Long.SIZE) {
                code.push(Long.SIZE - width).op(Opcodes.LUSHR);
            }
        } else if (littleEndian) {
            code.push(width);
            code.call(BitOrders.class, "swapBytes", long.class, long.class, int.class);
        }
    }

    private void real(FloatStep step, PlacedField place) {
        windows.unsigned(place.bit(), step.width());
        order(step.reversed(), step.littleEndian(), step.width());
        boolean ieee = step.kind() == FloatKind.IEEE754;
        if (ieee && step.width() == 32) {
            code.op(Opcodes.L2I).call(Float.class, "intBitsToFloat", float.class, int.class);
            code.op(Opcodes.F2D);
        } else if (ieee && step.width() == 64) {
            code.call(Double.class, "longBitsToDouble", double.class, long.class);
        } else {
            code.push(step.width());
            constant(step.kind());
            code.call(Floats.class, "narrow", double.class, long.class, int.class, FloatKind.class);
        }
        code.load(Opcodes.DSTORE, raw);
        frame.storeRawOfDouble(code, place.slot(), raw);
        derivations.real(step, place, raw);
    }

    private void constant(Enum<?> value) {
        Class<?> type = value.getDeclaringClass();
        code.getStatic(Type.getInternalName(type), value.name(), type);
    }
}
