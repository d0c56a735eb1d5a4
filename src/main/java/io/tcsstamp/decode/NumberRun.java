package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.packet.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several plain numbers in a row, read in one loop: most fields are such, and a step of its own for
 * each takes three times as long. Gives the same as the steps it stands for.
 */
final class NumberRun implements Step {
    /** What is read in a loop. */
    private enum Kind {
        UNSIGNED,
        SIGNED,
        SINGLE,
        DOUBLE,
        NONE
    }

    private static final int UNSIGNED = Kind.UNSIGNED.ordinal();
    private static final int SIGNED = Kind.SIGNED.ordinal();
    private static final int SINGLE = Kind.SINGLE.ordinal();
    private static final int DOUBLE = Kind.DOUBLE.ordinal();

    private final Step[] steps;
    private final Field[] fields;
    // the width in the lowest 8 bits, above it the kind
    private final int[] layout;
    private final int[] referred;
    private final int bits;

    private NumberRun(List<Step> run) {
        steps = run.toArray(Step[]::new);
        fields = run.stream().map(step -> ((FieldStep) step).field()).toArray(Field[]::new);
        layout =
                run.stream()
                        .mapToInt(step -> kind(step).ordinal() << 8 | (int) step.fixedBits())
                        .toArray();
        bits = run.stream().mapToInt(step -> (int) step.fixedBits()).sum();
        referred =
                IntStream.range(0, fields.length).filter(i -> fields[i].reference() >= 0).toArray();
    }

    /** The same steps, with runs in place of plain numbers. */
    static List<Step> join(List<Step> steps) {
        List<Step> joined = new ArrayList<>();
        List<Step> run = new ArrayList<>();
        for (Step step : steps) {
            if (kind(step) != Kind.NONE) {
                run.add(step);
                continue;
            }
            flush(run, joined);
            joined.add(step);
        }
        flush(run, joined);
        return joined;
    }

    private static void flush(List<Step> run, List<Step> joined) {
        if (run.size() < 2) {
            joined.addAll(run);
        } else {
            joined.add(new NumberRun(run));
        }
        run.clear();
    }

    private static Kind kind(Step step) {
        if (step instanceof IntegerStep integer
                && !integer.littleEndian()
                && !integer.reversed()
                && integer.derivation() instanceof PlainNumber) {
            if (integer.kind() == IntegerKind.UNSIGNED) {
                return Kind.UNSIGNED;
            }
            return integer.kind() == IntegerKind.TWOS_COMPLEMENT ? Kind.SIGNED : Kind.NONE;
        }
        if (step instanceof FloatStep number
                && !number.littleEndian()
                && !number.reversed()
                && number.kind() == FloatKind.IEEE754
                && number.derivation() instanceof PlainNumber) {
            return number.width() == 32
                    ? Kind.SINGLE
                    : number.width() == 64 ? Kind.DOUBLE : Kind.NONE;
        }
        return Kind.NONE;
    }

    @Override
    public long fixedBits() {
        return bits;
    }

    @Override
    public void run(PacketValues values) {
        if (!values.hasRoomHere(bits, fields.length)) {
            // the step that fails says where
            for (Step step : steps) {
                step.run(values);
            }
            return;
        }
        read(values);
    }

    private void read(PacketValues values) {
        byte[] bytes = values.bytes;
        int slot = values.size;
        int index = values.offset + (int) (values.position >> 3);
        int bit = (int) values.position & 7;
        for (int i = 0; i < layout.length; i++, slot++) {
            int width = layout[i] & 0xFF;
            int kind = layout[i] >> 8;
            long raw = Bits.unsigned(bytes, index, bit, width);
            bit += width;
            double number;
            if (kind == SINGLE) {
                number = Float.intBitsToFloat((int) raw);
                raw = Double.doubleToRawLongBits(number);
            } else if (kind == DOUBLE) {
                number = Double.longBitsToDouble(raw);
            } else {
                int unused = 64 - width;
                raw = kind == SIGNED ? raw << unused >> unused : raw;
                number = raw < 0 && kind == UNSIGNED ? PlainNumber.unsignedToDouble(raw) : raw;
            }
            values.raw[slot] = raw;
            values.value[slot] = number;
            if (values.own[slot] != fields[i]) {
                values.own[slot] = fields[i];
            }
        }
        int first = values.size;
        for (int i : referred) {
            values.lastSlot[fields[i].reference()] = first + i;
        }
        values.size = slot;
        values.position += bits;
    }
}
