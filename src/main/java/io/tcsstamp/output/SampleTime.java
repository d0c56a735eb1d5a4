package io.tcsstamp.output;

import io.tcsstamp.decode.Field;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.time.Instant;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The time of a packet's samples: its own, read from its parameters, or that of its reception where
 * it has none. Not thread-safe.
 */
public final class SampleTime {
    /** From 1958-01-01, the epoch of CCSDS (CCSDS 301.0-B), to 1970-01-01. */
    private static final long DAYS_1958_TO_1970 = 4383;

    private static final long SECONDS_PER_DAY = 86_400;

    /** 0001-01-01 to 9999-12-31: what can be written. */
    private static final long FIRST = -62_135_596_800L;

    private static final long LAST = 253_402_300_799L;
    private static final int MOST_TOLD = 10;
    private static final String RECEPTION = "reception";
    private static final String CDS = "cds:";

    private final List<String> names;
    private final boolean segmented;
    private final Map<Container, Place> places = new IdentityHashMap<>();
    private Place place;
    private long seconds;
    private int nanos;

    /**
     * Reads {@code reception}, the name of a parameter that is an absolute time, or {@code
     * cds:DAYS,MILLIS[,MICROS]} with the names of two or three parameters.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public SampleTime(String text) {
        String said = text.strip();
        segmented = said.startsWith(CDS);
        names =
                said.equals(RECEPTION)
                        ? List.of()
                        : Arrays.stream(
                                        (segmented ? said.substring(CDS.length()) : said)
                                                .split(","))
                                .map(String::strip)
                                .toList();
        boolean right = segmented ? names.size() == 2 || names.size() == 3 : names.size() <= 1;
        if (!right || names.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException(
                    "time '"
                            + text
                            + "' must be reception, the name of a parameter that is an absolute"
                            + " time, or cds:DAYS,MILLIS or cds:DAYS,MILLIS,MICROS with the names"
                            + " of parameters");
        }
    }

    /**
     * Looks whether a definition has such a time.
     *
     * @throws IllegalArgumentException if not, with the parameters that are absolute times
     */
    public void check(Definition definition) {
        for (String name : names) {
            List<ParameterType> types =
                    definition.parameters().values().stream()
                            .filter(parameter -> parameter.name().equals(parameterOf(name)))
                            .<ParameterType>map(definition::type)
                            .toList();
            if (types.isEmpty()) {
                throw new IllegalArgumentException(
                        "the definition %s has no parameter '%s'%s"
                                .formatted(definition.name(), name, times(definition)));
            }
            // elements and members are found by the packets only
            if (!parameterOf(name).equals(name)) {
                continue;
            }
            if (segmented && types.stream().noneMatch(SampleTime::isNumber)) {
                throw new IllegalArgumentException("'" + name + "' is no number");
            }
            if (!segmented && types.stream().noneMatch(SampleTime::isTime)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is no absolute time" + times(definition));
            }
        }
    }

    private static boolean isTime(ParameterType type) {
        return type instanceof ParameterType.OfTime time && time.absolute();
    }

    private static boolean isNumber(ParameterType type) {
        return type instanceof ParameterType.OfInteger || type instanceof ParameterType.OfFloat;
    }

    private static String times(Definition definition) {
        List<String> times =
                definition.parameters().values().stream()
                        .filter(parameter -> isTime(definition.type(parameter)))
                        .map(Parameter::name)
                        .distinct()
                        .limit(MOST_TOLD + 1)
                        .toList();
        if (times.isEmpty()) {
            return "; the definition has no absolute time, so say reception or cds:DAYS,MILLIS";
        }
        return "; absolute times are "
                + String.join(", ", times.subList(0, Math.min(MOST_TOLD, times.size())))
                + (times.size() > MOST_TOLD ? ", ..." : "");
    }

    /** The parameter that a name is of, which may be that of an element or of a member of it. */
    public static String parameterOf(String name) {
        return name.split("[.\\[]", 2)[0];
    }

    /** The parameters that it needs. */
    public List<String> names() {
        return names;
    }

    /**
     * Takes the time of a packet.
     *
     * @return false where its own time is none that can be written; then it is that of the
     *     reception
     */
    public boolean read(PacketValues values, Instant received) {
        seconds = received.getEpochSecond();
        nanos = received.getNano();
        if (names.isEmpty()) {
            return true;
        }
        if (place == null || place.container != values.container()) {
            place = places.computeIfAbsent(values.container(), c -> new Place(c, names.size()));
        }
        for (int i = 0; i < names.size(); i++) {
            if (!place.find(values, i, names.get(i))) {
                // a packet without a time of its own
                return true;
            }
        }
        return segmented ? daySegmented(values) : instant(values);
    }

    private boolean instant(PacketValues values) {
        Optional<Instant> instant = values.instant(place.slots[0]);
        return instant.isPresent() && set(instant.get().getEpochSecond(), instant.get().getNano());
    }

    private boolean daySegmented(PacketValues values) {
        double days = values.number(place.slots[0]);
        double millis = values.number(place.slots[1]);
        double micros = names.size() > 2 ? values.number(place.slots[2]) : 0;
        // 86,401,000 ms on a day with a leap second
        if (!(days >= 0 && days <= 1e7)
                || !(millis >= 0 && millis < 86_401_000)
                || !(micros >= 0 && micros < 1000)) {
            return false;
        }
        long ofDay = (long) millis;
        return set(
                ((long) days - DAYS_1958_TO_1970) * SECONDS_PER_DAY + ofDay / 1000,
                (int) (ofDay % 1000) * 1_000_000 + (int) (micros * 1000));
    }

    private boolean set(long newSeconds, int newNanos) {
        if (newSeconds < FIRST || newSeconds > LAST) {
            return false;
        }
        seconds = newSeconds;
        nanos = newNanos;
        return true;
    }

    /** Seconds since 1970-01-01T00:00:00Z of the packet last read. */
    public long seconds() {
        return seconds;
    }

    /** The fraction of that second in nanoseconds. */
    public int nanos() {
        return nanos;
    }

    /** Where the parameters stood in the last packet of a container. */
    private static final class Place {
        private final Container container;
        private final int[] slots;
        private final Field[] fields;

        Place(Container container, int count) {
            this.container = container;
            this.slots = new int[count];
            this.fields = new Field[count];
        }

        boolean find(PacketValues values, int index, String name) {
            int slot = slots[index];
            if (slot < values.size() && values.field(slot) == fields[index]) {
                return true;
            }
            for (slot = values.size() - 1; slot >= 0; slot--) {
                Field field = values.field(slot);
                if (field.name().equals(name)) {
                    slots[index] = slot;
                    fields[index] = field;
                    return true;
                }
            }
            return false;
        }
    }
}
