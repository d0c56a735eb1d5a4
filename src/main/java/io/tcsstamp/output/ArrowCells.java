package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.RawKind;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.decode.ValueText;
import java.time.Instant;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeStampNanoTZVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;

/** Puts values into the vectors of Arrow. Stateless. */
final class ArrowCells {
    private static final long NANOS = 1_000_000_000L;
    private static final long LATEST = Long.MAX_VALUE / NANOS - 1;

    private ArrowCells() {}

    /**
     * What puts values into a vector.
     *
     * @param raw true for raw values, false for derived ones
     * @param labels the place in the dictionary of each label of the type; null without dictionary
     * @param lost told of each time that the vector cannot hold
     */
    static ArrowCell of(FieldVector vector, boolean raw, int[] labels, Runnable lost) {
        if (labels != null) {
            BaseIntVector indices = (BaseIntVector) vector;
            return (place, values, slot) ->
                    indices.setWithPossibleTruncate(place, labels[(int) values.number(slot)]);
        }
        if (vector instanceof Float8Vector v) {
            return (place, values, slot) -> v.setSafe(place, number(values, slot, raw));
        }
        if (vector instanceof Float4Vector v) {
            return (place, values, slot) -> v.setSafe(place, (float) number(values, slot, raw));
        }
        if (vector instanceof BitVector v) {
            return (place, values, slot) -> v.setSafe(place, values.number(slot) != 0 ? 1 : 0);
        }
        if (vector instanceof TimeStampNanoTZVector v) {
            return (place, values, slot) -> time(v, place, values, slot, lost);
        }
        return ofBytes(vector, raw);
    }

    private static ArrowCell ofBytes(FieldVector vector, boolean raw) {
        if (vector instanceof VarBinaryVector v) {
            return (place, values, slot) -> v.setSafe(place, (byte[]) values.raw(slot));
        }
        if (vector instanceof VarCharVector v) {
            TextBuffer text = new TextBuffer();
            return (place, values, slot) -> {
                text.clear();
                if (raw) {
                    ValueText.appendRaw(values, slot, text);
                } else {
                    ValueText.append(values, slot, text);
                }
                v.setSafe(place, text.bytes(), 0, text.length());
            };
        }
        // the raw integer, which is the derived one where it is not calibrated
        BaseIntVector v = (BaseIntVector) vector;
        return (place, values, slot) -> v.setWithPossibleTruncate(place, values.rawBits(slot));
    }

    private static double number(PacketValues values, int slot, boolean raw) {
        return raw && values.field(slot).rawKind() == RawKind.FLOAT
                ? Double.longBitsToDouble(values.rawBits(slot))
                : values.number(slot);
    }

    private static void time(
            TimeStampNanoTZVector vector, int place, PacketValues values, int slot, Runnable lost) {
        Instant instant = values.instant(slot).orElse(null);
        if (instant != null && Math.abs(instant.getEpochSecond()) < LATEST) {
            vector.setSafe(place, instant.getEpochSecond() * NANOS + instant.getNano());
        } else {
            vector.setNull(place);
            lost.run();
        }
    }
}
