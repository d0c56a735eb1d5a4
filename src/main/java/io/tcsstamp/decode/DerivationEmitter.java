package io.tcsstamp.decode;

import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Code that makes a derived value of a raw one in a local, and stores it. */
final class DerivationEmitter {
    private static final int MOST_TERMS = 12;

    private final GeneratedClass owner;
    private final Code code;
    private final Frame frame;
    private final Label fail;
    private final int number;
    private final int index;

    /**
     * Creates an emitter for a run of straight code.
     *
     * @param fail where to go when there is no derived value
     */
    DerivationEmitter(GeneratedClass owner, Code code, Frame frame, Label fail) {
        this.owner = owner;
        this.code = code;
        this.frame = frame;
        this.fail = fail;
        this.number = code.local(2);
        this.index = code.local(1);
    }

    /** True where there is code for a derivation. */
    static boolean knows(Derivation derivation) {
        return derivation instanceof PlainNumber
                || derivation instanceof BooleanOfNumber
                || derivation instanceof IntegerLabels
                || derivation instanceof CalibratedNumber c
                        && (c.function() instanceof SplineFunction
                                || c.function() instanceof PolynomialFunction p
                                        && p.size() <= MOST_TERMS);
    }

    /** How many numbers stand in the code of a field. */
    static int constants(FieldStep step) {
        Derivation derivation =
                step instanceof IntegerStep i ? i.derivation() : ((FloatStep) step).derivation();
        return derivation instanceof CalibratedNumber c
                        && c.function() instanceof PolynomialFunction polynomial
                ? polynomial.size()
                : 0;
    }

    /** Emits the derived value of an integer in a local of type long. */
    void integer(IntegerStep step, PlacedField place, int raw) {
        Derivation derivation = step.derivation();
        if (derivation instanceof IntegerLabels labels) {
            label(labels, place, raw);
            return;
        }
        if (derivation instanceof BooleanOfNumber) {
            truth(step, place, raw);
        } else {
            number(step, place, raw);
            if (derivation instanceof CalibratedNumber calibrated) {
                calibrate(calibrated.function());
            }
        }
        store(place);
    }

    /** Emits the derived value of a float in a local of type double. */
    void real(FloatStep step, PlacedField place, int raw) {
        code.load(Opcodes.DLOAD, raw);
        Derivation derivation = step.derivation();
        if (derivation instanceof BooleanOfNumber) {
            // -1, 0 or 1; -1 for a NaN
            code.push(0.0).op(Opcodes.DCMPL);
            code.op(Opcodes.DUP).op(Opcodes.IMUL).op(Opcodes.I2D);
        } else if (derivation instanceof CalibratedNumber calibrated) {
            calibrate(calibrated.function());
        }
        store(place);
    }

    private void label(IntegerLabels labels, PlacedField place, int raw) {
        owner.push(code, labels, IntegerLabels.class);
        code.lload(raw).callVirtual(IntegerLabels.class, "label", int.class, long.class);
        code.op(Opcodes.DUP).load(Opcodes.ISTORE, index);
        code.jump(Opcodes.IFLT, fail);
        code.iload(index).op(Opcodes.I2D);
        store(place);
    }

    /** Stores the double on the stack. */
    private void store(PlacedField place) {
        code.load(Opcodes.DSTORE, number);
        code.aload(frame.value());
        frame.slot(code, place.slot());
        code.load(Opcodes.DLOAD, number).op(Opcodes.DASTORE);
    }

    private void truth(IntegerStep step, PlacedField place, int raw) {
        code.lload(raw);
        if (step.width() > 1 || place.field().rawKind() != RawKind.UNSIGNED) {
            // the sign of x | -x is set where x is not 0
            code.lload(raw).op(Opcodes.LNEG).op(Opcodes.LOR);
            code.push(Long.SIZE - 1).op(Opcodes.LUSHR);
        }
        code.op(Opcodes.L2I).op(Opcodes.I2D);
    }

    private void number(IntegerStep step, PlacedField place, int raw) {
        code.lload(raw);
        boolean unsigned = place.field().rawKind() == RawKind.UNSIGNED;
        if (unsigned && step.width() == Long.SIZE) {
            code.call(PlainNumber.class, "unsignedToDouble", double.class, long.class);
        } else {
            code.op(Opcodes.L2D);
        }
    }

    /** Replaces a double on the stack. */
    private void calibrate(NumberFunction function) {
        if (function instanceof PolynomialFunction polynomial) {
            polynomial(polynomial);
        } else {
            spline((SplineFunction) function);
        }
    }

    private void spline(SplineFunction spline) {
        code.load(Opcodes.DSTORE, number);
        owner.push(code, spline, SplineFunction.class);
        code.load(Opcodes.DLOAD, number);
        code.callVirtual(SplineFunction.class, "covers", boolean.class, double.class);
        code.jump(Opcodes.IFEQ, fail);
        owner.push(code, spline, SplineFunction.class);
        // it cannot fail any more, and so needs no packet
        code.load(Opcodes.DLOAD, number).op(Opcodes.ACONST_NULL).push(0);
        code.callVirtual(
                SplineFunction.class,
                "apply",
                double.class,
                double.class,
                PacketValues.class,
                int.class);
    }

    private void polynomial(PolynomialFunction polynomial) {
        code.load(Opcodes.DSTORE, number);
        code.push(0.0);
        for (int i = 0; i < polynomial.size(); i++) {
            code.push(polynomial.coefficient(i));
            int exponent = polynomial.exponent(i);
            if (exponent < 0 || exponent > 3) {
                code.load(Opcodes.DLOAD, number).push((double) exponent);
                code.call(Math.class, "pow", double.class, double.class, double.class);
                code.op(Opcodes.DMUL);
            } else if (exponent > 0) {
                code.load(Opcodes.DLOAD, number);
                for (int n = 1; n < exponent; n++) {
                    code.load(Opcodes.DLOAD, number).op(Opcodes.DMUL);
                }
                code.op(Opcodes.DMUL);
            }
            code.op(Opcodes.DADD);
        }
    }
}
