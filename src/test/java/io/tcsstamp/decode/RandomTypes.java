package io.tcsstamp.decode;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.definition.Description;
import io.tcsstamp.definition.Epoch;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.ParameterType.Common;
import io.tcsstamp.definition.Range;
import io.tcsstamp.definition.TimeUnit;
import io.tcsstamp.definition.ValidRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Types of one value, of every kind there is. */
final class RandomTypes {
    private static final List<String> CHARSETS =
            List.of(
                    "US-ASCII",
                    "ISO-8859-1",
                    "windows-1252",
                    "UTF-8",
                    "UTF-16",
                    "UTF-16LE",
                    "UTF-32");

    private final Random random;
    private final RandomCriteria criteria;
    private final RandomCalibrations calibrations;
    private int count;

    RandomTypes(Random random, RandomCriteria criteria) {
        this.random = random;
        this.criteria = criteria;
        this.calibrations = new RandomCalibrations(random, criteria);
    }

    /** A small unsigned integer, of which sizes and criteria can be made. */
    ParameterType.Scalar small() {
        return new ParameterType.OfInteger(
                common(),
                RandomCalibrations.plain(1 + random.nextInt(4)),
                Optional.empty(),
                Alarms.NONE);
    }

    /**
     * Any type.
     *
     * @param self the parameter that has it, to which its calibrators may refer
     */
    ParameterType.Scalar next(String self) {
        Common common = common();
        switch (random.nextInt(10)) {
            case 0, 1, 2:
                return new ParameterType.OfInteger(common, number(self), range(), alarms());
            case 3, 4:
                return new ParameterType.OfFloat(common, number(self), range(), alarms());
            case 5:
                return enumeration(common);
            case 6:
                return new ParameterType.OfBoolean(common, any(self), "1", "0");
            case 7:
                return new ParameterType.OfString(common, string());
            case 8:
                return new ParameterType.OfBinary(
                        common,
                        new DataEncoding.OfBinary(criteria.integer(9, 1 + random.nextInt(8))));
            default:
                return time(common, self);
        }
    }

    private Common common() {
        return new Common("/R/T" + count++, List.of(), Description.NONE);
    }

    private DataEncoding any(String self) {
        return switch (random.nextInt(4)) {
            case 0 -> string();
            case 1 -> new DataEncoding.OfBinary(criteria.integer(3, 7));
            default -> number(self);
        };
    }

    private DataEncoding number(String self) {
        return random.nextInt(3) == 0 ? real(self) : integer(self);
    }

    private DataEncoding.OfInteger integer(String self) {
        int width = random.nextInt(20) == 0 ? 65 + random.nextInt(70) : 1 + random.nextInt(64);
        if (random.nextInt(3) == 0) {
            width = 8 << random.nextInt(4);
        }
        return new DataEncoding.OfInteger(
                width, integerKind(), byteOrder(), bitOrder(), calibrations.next(self));
    }

    private IntegerKind integerKind() {
        // digits fail on most bytes
        int n = random.nextInt(20);
        return n < 9 ? IntegerKind.UNSIGNED : IntegerKind.values()[n % (n == 19 ? 6 : 4)];
    }

    private DataEncoding.OfFloat real(String self) {
        FloatKind kind = random.nextInt(4) == 0 ? FloatKind.MILSTD_1750A : FloatKind.IEEE754;
        int[] sizes =
                kind == FloatKind.IEEE754 ? new int[] {16, 32, 64, 80, 128} : new int[] {32, 48};
        return new DataEncoding.OfFloat(
                sizes[random.nextInt(sizes.length)],
                kind,
                byteOrder(),
                bitOrder(),
                calibrations.next(self));
    }

    private DataEncoding.OfString string() {
        TextExtent extent =
                switch (random.nextInt(4)) {
                    case 0 -> new TextExtent.Terminated("00");
                    case 1 -> new TextExtent.Leading(3 + random.nextInt(6));
                    default -> new TextExtent.Whole();
                };
        String charset = CHARSETS.get(Math.min(random.nextInt(14) / 2, CHARSETS.size() - 1));
        if (extent instanceof TextExtent.Terminated) {
            extent =
                    new TextExtent.Terminated(
                            charset.startsWith("UTF-32")
                                    ? "00000000"
                                    : charset.startsWith("UTF-16") ? "0000" : "00");
        }
        IntegerValue size =
                extent instanceof TextExtent.Leading
                        ? new IntegerValue.Fixed(8L + random.nextInt(40))
                        : criteria.integer(6, charset.startsWith("UTF-32") ? 32 : 16);
        return new DataEncoding.OfString(charset, byteOrder(), size, extent);
    }

    private ParameterType.Scalar enumeration(Common common) {
        int n = random.nextInt(8);
        DataEncoding encoding =
                n == 0
                        ? string()
                        : n == 1
                                ? real(common.qualifiedName())
                                : RandomCalibrations.plain(1 + random.nextInt(n == 2 ? 64 : 4));
        List<ParameterType.Label> labels = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            boolean isRange = n != 0 && random.nextInt(3) == 0;
            labels.add(
                    new ParameterType.Label(
                            "" + i, isRange ? Optional.of("" + 4 * i) : Optional.empty(), "L" + i));
        }
        if (n > 0 && random.nextInt(8) > 0) {
            labels.add(0, new ParameterType.Label("-9999", Optional.of("99999"), "OTHER"));
        }
        return new ParameterType.OfEnumeration(common, encoding, labels, alarms());
    }

    private ParameterType.Scalar time(Common common, String self) {
        boolean absolute = random.nextBoolean();
        Optional<ParameterRef> from =
                absolute && random.nextBoolean() ? criteria.time() : Optional.empty();
        Optional<Epoch> epoch =
                absolute && from.isEmpty() ? Optional.of(epoch()) : Optional.empty();
        return new ParameterType.OfTime(
                common,
                number(self),
                absolute,
                TimeUnit.values()[random.nextInt(TimeUnit.values().length)],
                epoch,
                from);
    }

    private Epoch epoch() {
        int n = random.nextInt(6);
        return n == 5
                ? new Epoch.At(Instant.ofEpochSecond(random.nextInt()))
                : Epoch.Named.values()[n];
    }

    private ByteOrder byteOrder() {
        return ByteOrder.values()[random.nextInt(3) / 2];
    }

    private BitOrder bitOrder() {
        return BitOrder.values()[random.nextInt(6) / 5];
    }

    private Optional<ValidRange> range() {
        return random.nextInt(4) > 0
                ? Optional.empty()
                : Optional.of(new ValidRange(new Range(0, false, 9, true), random.nextBoolean()));
    }

    private Alarms alarms() {
        if (random.nextInt(4) > 0) {
            return Alarms.NONE;
        }
        Alarms.Alarm alarm =
                new Alarms.Alarm(
                        List.of(
                                new Alarms.OfRange(
                                        Alarms.Level.WARNING,
                                        new Range(-5, false, 5, false),
                                        random.nextBoolean())),
                        List.of(new Alarms.OfLabel(Alarms.Level.CRITICAL, "L1")),
                        Alarms.Level.NORMAL,
                        1);
        List<Alarms.Context> contexts =
                criteria.possible() && random.nextBoolean()
                        ? List.of(new Alarms.Context(criteria.next(), alarm))
                        : List.of();
        return new Alarms(Optional.of(alarm), contexts);
    }
}
