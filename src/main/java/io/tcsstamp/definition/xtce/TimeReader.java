package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.Epoch;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.TimeUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads times. XTCE: AbsoluteTimeParameterType, RelativeTimeParameterType. */
final class TimeReader {
    private static final Map<String, TimeUnit> UNITS = units();
    private static final Map<String, Epoch> EPOCHS =
            Map.of(
                    "TAI", Epoch.Named.TAI,
                    "J2000", Epoch.Named.J2000,
                    "UNIX", Epoch.Named.UNIX,
                    "POSIX", Epoch.Named.POSIX,
                    "GPS", Epoch.Named.GPS);

    private TimeReader() {}

    private static Map<String, TimeUnit> units() {
        Map<String, TimeUnit> words = new HashMap<>();
        for (TimeUnit unit : TimeUnit.values()) {
            words.put(unit.xtce(), unit);
        }
        words.put("s", TimeUnit.SECONDS); // as files in use write it
        return Map.copyOf(words);
    }

    /** Reads a time, null where it has no encoding. */
    static ParameterType read(Scope scope, Element at, ParameterType.Common common) {
        Optional<Epoch> epoch = Optional.empty();
        Optional<ParameterRef> offsetFrom = Optional.empty();
        Element reference = at.child("ReferenceTime");
        if (reference != null) {
            Element epochAt = reference.child("Epoch");
            Element offsetAt = reference.child("OffsetFrom");
            if (epochAt != null) {
                epoch = Optional.ofNullable(epoch(scope, epochAt));
            }
            if (epochAt != null && offsetAt != null) {
                offsetAt.settle();
                scope.warn(
                        "EPOCH_AND_OFFSET",
                        offsetAt,
                        "ReferenceTime holds an Epoch, so its OffsetFrom does not count");
            } else if (offsetAt != null) {
                offsetFrom = Optional.of(scope.references().instance(offsetAt));
            } else if (epochAt == null) {
                scope.fail(
                        "MISSING_ELEMENT", reference, "ReferenceTime holds no Epoch or OffsetFrom");
            }
        }
        Element encoding = at.child("Encoding");
        if (encoding == null) {
            scope.references().links().bare(scope.path(), scope.location(at));
            return null;
        }
        TimeUnit unit = scope.word(encoding, "units", TimeUnit.SECONDS, UNITS);
        DataEncoding data = EncodingReader.read(scope, encoding);
        if (data == null) {
            scope.fail("MISSING_ELEMENT", encoding, "Encoding holds no DataEncoding");
            return null;
        }
        return new ParameterType.OfTime(
                common,
                scaled(scope, encoding, data),
                at.name().startsWith("Absolute"),
                unit,
                epoch,
                offsetFrom);
    }

    /** Scale and offset are a calibration, which takes the place of the encoding's own. */
    private static DataEncoding scaled(Scope scope, Element at, DataEncoding data) {
        if (at.attribute("scale") == null && at.attribute("offset") == null) {
            return data;
        }
        Calibrator line =
                new Calibrator.Polynomial(
                        List.of(
                                new Calibrator.Term(scope.real(at, "offset", 0), 0),
                                new Calibrator.Term(scope.real(at, "scale", 1), 1)));
        if (data instanceof DataEncoding.OfInteger d) {
            return new DataEncoding.OfInteger(
                    d.sizeInBits(),
                    d.kind(),
                    d.byteOrder(),
                    d.bitOrder(),
                    new Calibration(Optional.of(line), d.calibration().contexts()));
        }
        if (data instanceof DataEncoding.OfFloat d) {
            return new DataEncoding.OfFloat(
                    d.sizeInBits(),
                    d.kind(),
                    d.byteOrder(),
                    d.bitOrder(),
                    new Calibration(Optional.of(line), d.calibration().contexts()));
        }
        scope.unsupported(at, "scale and offset need an integer or a float");
        return data;
    }

    private static Epoch epoch(Scope scope, Element at) {
        String text = at.text().strip();
        Epoch named = EPOCHS.get(text);
        if (named != null) {
            return named;
        }
        Instant instant = instant(text);
        if (instant == null) {
            scope.invalid(
                    at,
                    "the epoch "
                            + Scope.quoted(text)
                            + " is not TAI, J2000, UNIX, POSIX, GPS, a date or a date with a time");
            return null;
        }
        return new Epoch.At(instant);
    }

    private static Instant instant(String text) {
        try {
            if (text.indexOf('T') < 0) {
                String date = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
                return LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            String time = text.substring(text.indexOf('T'));
            boolean zone = time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0;
            return zone
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
