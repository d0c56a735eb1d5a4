package io.tcsstamp.decode;

import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.Epoch;
import io.tcsstamp.definition.ParameterType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** Times of packets as instants. */
final class Instants {
    private static final int MOST_OFFSETS = 16;
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    /** 1958-01-01T00:00:00 TAI in TAI seconds since 1970. */
    private static final long TAI_1958 = -378_691_200;

    /** 1980-01-06T00:00:00 UTC, 19 s behind TAI, in TAI seconds since 1970. */
    private static final long TAI_GPS = 315_964_800 + 19;

    /** 2000-01-01T12:00:00 TT, which is TAI + 32.184 s, in TAI nanoseconds since 1970. */
    private static final BigInteger TAI_J2000_NANOS = BigInteger.valueOf(946_727_967_816_000_000L);

    private Instants() {}

    /** The instant of a slot, if it is an absolute time. */
    static Optional<Instant> of(PacketValues values, int slot) {
        BigDecimal seconds = BigDecimal.ZERO;
        int at = slot;
        for (int i = 0; i < MOST_OFFSETS; i++) {
            if (!(values.fields[at].type() instanceof ParameterType.OfTime time)) {
                return Optional.empty();
            }
            Optional<BigDecimal> own = seconds(values, at, time);
            if (own.isEmpty() || (i == 0 && !time.absolute())) {
                return Optional.empty();
            }
            seconds = seconds.add(own.get());
            if (time.offsetFrom().isEmpty()) {
                BigDecimal all = seconds;
                return time.epoch().flatMap(epoch -> instant(epoch, all));
            }
            Operand from = values.plan.rules().get(time).offset();
            at = values.latestBefore(from.reference(), at);
            if (at < 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The number of a time in seconds: exact for integers, the shortest decimal for floats. */
    private static Optional<BigDecimal> seconds(
            PacketValues values, int slot, ParameterType.OfTime time) {
        return number(values, slot, time)
                .map(n -> n.multiply(BigDecimal.valueOf(time.unit().seconds())));
    }

    private static Optional<BigDecimal> number(
            PacketValues values, int slot, ParameterType.OfTime time) {
        if (time.encoding() instanceof DataEncoding.OfInteger integer
                && integer.calibration().contexts().isEmpty()
                && integer.calibration().byDefault().orElse(null)
                        instanceof Calibrator.Polynomial scale
                && scale.terms().stream().allMatch(Instants::isLinear)) {
            return Optional.of(scaled(Numbers.integer(values, slot), scale));
        }
        BigDecimal number;
        switch (values.valueKind(slot)) {
            case SIGNED, UNSIGNED, WIDE -> number = new BigDecimal(Numbers.integer(values, slot));
            case FLOAT -> {
                double value = values.value[slot];
                if (!(Math.abs(value) < 1e18)) {
                    return Optional.empty();
                }
                number = BigDecimal.valueOf(value);
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(number);
    }

    private static boolean isLinear(Calibrator.Term term) {
        return (term.exponent() == 0 || term.exponent() == 1)
                && Double.isFinite(term.coefficient());
    }

    /** Exactly: milliseconds in a double are some 0.2 microseconds off, maybe into the last one. */
    private static BigDecimal scaled(BigInteger raw, Calibrator.Polynomial scale) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Calibrator.Term term : scale.terms()) {
            BigDecimal coefficient = BigDecimal.valueOf(term.coefficient());
            sum =
                    sum.add(
                            term.exponent() == 0
                                    ? coefficient
                                    : coefficient.multiply(new BigDecimal(raw)));
        }
        return sum;
    }

    private static Optional<Instant> instant(Epoch epoch, BigDecimal seconds) {
        BigInteger nanos =
                seconds.multiply(NANOS).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
        if (epoch instanceof Epoch.At at) {
            return instant(nanos.add(nanos(at.instant())), false);
        }
        return switch ((Epoch.Named) epoch) {
            case UNIX, POSIX -> instant(nanos, false);
            case TAI -> instant(nanos.add(nanos(TAI_1958)), true);
            case GPS -> instant(nanos.add(nanos(TAI_GPS)), true);
            case J2000 -> instant(nanos.add(TAI_J2000_NANOS), true);
        };
    }

    private static BigInteger nanos(long seconds) {
        return BigInteger.valueOf(seconds).multiply(NANOS.toBigInteger());
    }

    private static BigInteger nanos(Instant instant) {
        return nanos(instant.getEpochSecond()).add(BigInteger.valueOf(instant.getNano()));
    }

    private static Optional<Instant> instant(BigInteger nanos, boolean tai) {
        if (nanos.bitLength() > 84) {
            return Optional.empty();
        }
        BigInteger[] parts = nanos.divideAndRemainder(NANOS.toBigInteger());
        boolean below = parts[1].signum() < 0;
        BigInteger whole = below ? parts[0].subtract(BigInteger.ONE) : parts[0];
        int rest = parts[1].intValue() + (below ? 1_000_000_000 : 0);
        long seconds = whole.longValue();
        long utc = tai ? LeapSeconds.utc(seconds) : seconds;
        if (utc < Instant.MIN.getEpochSecond() || utc > Instant.MAX.getEpochSecond()) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(utc, rest));
    }
}
