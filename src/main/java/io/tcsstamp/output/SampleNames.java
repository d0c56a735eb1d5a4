package io.tcsstamp.output;

import io.tcsstamp.decode.Field;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Unit;
import io.tcsstamp.telemetry.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The names under which values are sent, made by a pattern with {@code {parameter}}, {@code
 * {packet}} and {@code {apid}} and kept, so that a value costs no text. Not thread-safe.
 */
public final class SampleNames {
    /** Names beyond are made anew each time: packets that invent names must not fill the memory. */
    private static final int MOST_NAMES = 65_536;

    private static final int LONGEST_UNIT = 64;

    /** The application process identifier of a packet that has none. */
    public static final int NO_APID = -1;

    private static final String PARAMETER = "{parameter}";
    private static final String PACKET = "{packet}";
    private static final String APID = "{apid}";

    private final String pattern;
    private final boolean byApid;
    private final Predicate<String> selected;
    private final Map<String, Parameter> parameters = new HashMap<>();
    private final Map<Container, Map<Integer, Layout>> layouts = new IdentityHashMap<>();
    private Layout last;

    /**
     * Creates them.
     *
     * @param selected by the name of a parameter: whether its values are sent
     * @throws IllegalArgumentException if the pattern cannot tell parameters apart
     */
    public SampleNames(String pattern, Predicate<String> selected) {
        this.pattern = pattern;
        this.byApid = pattern.contains(APID);
        this.selected = selected;
        check(pattern);
    }

    /** See the constructor. */
    public static void check(String pattern) {
        String rest = pattern.replace(PARAMETER, "").replace(PACKET, "").replace(APID, "");
        if (!pattern.contains(PARAMETER)
                || rest.contains("{")
                || rest.contains("}")
                || rest.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "name pattern '"
                            + pattern
                            + "' must contain {parameter}, and may contain {packet}, {apid} and"
                            + " other text, for example {packet}.{parameter}");
        }
    }

    /** The names of a packet's values by their slots. */
    Layout layout(Container container, int apid) {
        int key = byApid ? apid : NO_APID;
        if (last == null || last.container != container || last.apid != key) {
            last =
                    layouts.computeIfAbsent(container, c -> new HashMap<>())
                            .computeIfAbsent(key, a -> new Layout(this, container, a));
        }
        return last;
    }

    /** Forgets the places of values, not the names: for another definition. */
    public void forgetPlaces() {
        layouts.clear();
        last = null;
    }

    /**
     * The name of a field.
     *
     * @return null where its values are not sent
     */
    Parameter name(Field field, Container container, int apid) {
        if (!isSent(field)) {
            return null;
        }
        String name =
                pattern.replace(PACKET, container.name())
                        .replace(APID, apid < 0 ? "" : String.valueOf(apid))
                        .replace(PARAMETER, field.name());
        return parameter(printable(name), unit(field));
    }

    /** Units of the type, as its values are sent in them; several are factors. */
    private static String unit(Field field) {
        String unit =
                field.type().common().units().stream()
                        .map(Unit::text)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" "));
        return unit.length() > LONGEST_UNIT ? "" : printable(unit);
    }

    /** Whether the values of a field are sent. */
    public boolean isSent(Field field) {
        return field.selected() && selected.test(field.parameter().name());
    }

    private Parameter parameter(String name, String unit) {
        Parameter known = parameters.get(name);
        if (known != null && known.unit().equals(unit)) {
            return known;
        }
        boolean keep = known != null || parameters.size() < MOST_NAMES;
        int ordinal = known != null ? known.ordinal() : parameters.size();
        Parameter parameter = new Parameter(name, keep ? ordinal : Parameter.UNLISTED, unit);
        if (keep) {
            parameters.put(name, parameter);
        }
        return parameter;
    }

    /** A name must not end a field or a line. */
    private static String printable(String name) {
        return name.chars().noneMatch(Character::isISOControl)
                ? name
                : name.replaceAll("\\p{Cntrl}", "_");
    }

    /** The values of one kind of packet. */
    static final class Layout {
        /** Beyond this place in a packet names are looked up for each value. */
        private static final int MOST_SLOTS = 16_384;

        private final SampleNames names;
        private final Container container;
        private final int apid;
        private Field[] fields = new Field[0];
        private Parameter[] parameters = new Parameter[0];

        Layout(SampleNames names, Container container, int apid) {
            this.names = names;
            this.container = container;
            this.apid = apid;
        }

        /** What a slot is sent as; null where it is not. */
        Parameter of(PacketValues values, int slot) {
            Field field = values.field(slot);
            if (slot < fields.length && fields[slot] == field) {
                return parameters[slot];
            }
            return find(values, slot, field);
        }

        private Parameter find(PacketValues values, int slot, Field field) {
            Parameter parameter = names.name(field, container, apid);
            if (slot < MOST_SLOTS) {
                if (slot >= fields.length) {
                    int size = Math.min(MOST_SLOTS, Math.max(slot + 1, values.size()));
                    fields = Arrays.copyOf(fields, size);
                    parameters = Arrays.copyOf(parameters, size);
                }
                fields[slot] = field;
                parameters[slot] = parameter;
            }
            return parameter;
        }
    }
}
