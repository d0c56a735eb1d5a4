package io.tcsstamp.decode;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Description;
import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Entry.Location;
import io.tcsstamp.definition.Entry.Placement;
import io.tcsstamp.definition.Entry.Reference;
import io.tcsstamp.definition.Entry.Repeat;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.ParameterType.Common;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Definitions that use everything there is, all of which can be decoded, and packets for them. The
 * same seed gives the same ones.
 */
final class RandomDefinitions {
    private final Random random;
    private Map<String, ParameterType> types;
    private Map<String, Parameter> parameters;
    private Map<String, Container> containers;
    private List<Referable> values;
    private List<Referable> inShared;
    private RandomCriteria criteria;
    private RandomTypes scalars;

    RandomDefinitions(long seed) {
        this.random = new Random(seed);
    }

    /** Another definition; its root container is {@code ROOT}. */
    Definition next() {
        types = new LinkedHashMap<>();
        parameters = new LinkedHashMap<>();
        containers = new LinkedHashMap<>();
        values = new ArrayList<>();
        criteria = new RandomCriteria(random, values);
        scalars = new RandomTypes(random, criteria);
        container("SHARED", Optional.empty(), 1 + random.nextInt(3), false);
        inShared = List.copyOf(values);
        reset(List.of());
        Container root = container("ROOT", Optional.empty(), 2 + random.nextInt(6), true);
        List<Referable> below = new ArrayList<>(values);
        for (int i = random.nextInt(5); i > 0; i--) {
            reset(below);
            Container child = inheritor("CHILD" + i, root);
            if (random.nextInt(3) == 0) {
                inheritor("GRANDCHILD" + i, child);
            }
        }
        return new Definition("R", "random", types, parameters, containers, Map.of());
    }

    private void reset(List<Referable> known) {
        values.clear();
        values.addAll(known);
    }

    /** A packet: of anything, of small numbers, of letters, or of zeros. */
    byte[] packet() {
        byte[] packet = new byte[random.nextInt(random.nextInt(4) == 0 ? 400 : 120)];
        random.nextBytes(packet);
        int style = random.nextInt(4);
        for (int i = 0; i < packet.length; i++) {
            switch (style) {
                case 0 -> packet[i] &= 0x33;
                case 1 -> packet[i] = (byte) ('0' + (packet[i] & 0xF));
                case 2 -> packet[i] = random.nextInt(3) > 0 ? 0 : packet[i];
                default -> {
                    continue;
                }
            }
        }
        return packet;
    }

    private Container inheritor(String name, Container base) {
        MatchCriteria when = random.nextInt(12) == 0 ? MatchCriteria.ALWAYS : criteria.next();
        return container(
                name,
                Optional.of(new Container.Base(base.qualifiedName(), when, Optional.empty())),
                random.nextInt(6),
                false);
    }

    private Container container(
            String name, Optional<Container.Base> base, int size, boolean mayBeAbstract) {
        List<Entry> entries = new ArrayList<>();
        Optional<IntegerValue> stated =
                random.nextInt(10) == 0
                        ? Optional.of(new IntegerValue.Fixed(random.nextInt(600)))
                        : Optional.empty();
        boolean hasEnd = stated.isPresent() || !name.equals("SHARED");
        for (int i = 0; i < size; i++) {
            if (random.nextInt(20) == 0) {
                placedByTheirEnds(entries, hasEnd);
            }
            entries.add(entry());
        }
        Container container =
                new Container(
                        name,
                        "/R/" + name,
                        mayBeAbstract && random.nextInt(4) == 0,
                        base,
                        entries,
                        stated,
                        Description.NONE);
        containers.put(container.qualifiedName(), container);
        return container;
    }

    /** One before the next one, and that one at the end of the packet or from the start. */
    private void placedByTheirEnds(List<Entry> entries, boolean hasEnd) {
        Location before = new Location(Reference.NEXT_ENTRY, criteria.integer(2, 2));
        Location anchor =
                hasEnd && random.nextBoolean()
                        ? new Location(Reference.CONTAINER_END, criteria.integer(2, 3))
                        : new Location(Reference.CONTAINER_START, criteria.integer(3, 16));
        for (Location location : List.of(before, anchor)) {
            String ref = "/R/P" + parameters.size();
            ParameterType.Scalar type = add(scalars.small());
            addParameter(ref, type);
            Placement placement =
                    new Placement(Optional.of(location), Optional.empty(), Optional.empty());
            entries.add(new Entry.OfParameter(ref, placement));
        }
    }

    private void addParameter(String ref, ParameterType type) {
        parameters.put(
                ref, new Parameter(ref.substring(3), ref, type.qualifiedName(), Description.NONE));
    }

    private Entry entry() {
        if (random.nextInt(10) == 0 && containers.containsKey("/R/SHARED")) {
            values.addAll(0, inShared);
            return new Entry.OfContainer("/R/SHARED", placement());
        }
        if (random.nextInt(6) == 0 && !parameters.isEmpty()) {
            // the same parameter once more
            List<String> known = List.copyOf(parameters.keySet());
            String ref = known.get(random.nextInt(known.size()));
            return new Entry.OfParameter(ref, placement());
        }
        String ref = "/R/P" + parameters.size();
        ParameterType type = type(ref);
        addParameter(ref, type);
        Entry entry;
        if (type instanceof ParameterType.OfArray array && random.nextInt(3) == 0) {
            List<Dimension> own = new ArrayList<>();
            array.dimensions().forEach(d -> own.add(dimension()));
            entry = new Entry.OfArray(ref, own, placement());
        } else {
            entry = new Entry.OfParameter(ref, placement());
        }
        if (type instanceof ParameterType.Scalar scalar) {
            values.add(new Referable(ref, "", scalar));
        } else if (type instanceof ParameterType.OfAggregate aggregate) {
            for (ParameterType.Member member : aggregate.members()) {
                if (types.get(member.typeRef()) instanceof ParameterType.Scalar scalar) {
                    values.add(new Referable(ref, "." + member.name(), scalar));
                }
            }
        } else if (type instanceof ParameterType.OfArray array
                && array.dimensions().size() == 1
                && types.get(array.elementTypeRef()) instanceof ParameterType.Scalar scalar) {
            values.add(new Referable(ref, "[1]", scalar));
        }
        return entry;
    }

    private ParameterType type(String self) {
        int n = random.nextInt(12);
        if (n == 0) {
            return aggregate(self);
        }
        if (n == 1) {
            return array(self);
        }
        return n < 5 ? add(scalars.small()) : add(scalars.next(self));
    }

    private <T extends ParameterType> T add(T type) {
        types.put(type.qualifiedName(), type);
        return type;
    }

    private ParameterType aggregate(String self) {
        List<ParameterType.Member> members = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            ParameterType type =
                    random.nextInt(5) == 0 ? array(self + ".") : add(scalars.next("." + self));
            members.add(new ParameterType.Member("m" + i, type.qualifiedName()));
        }
        Common common = new Common("/R/G" + types.size(), List.of(), Description.NONE);
        return add(new ParameterType.OfAggregate(common, members));
    }

    private ParameterType array(String self) {
        ParameterType element =
                random.nextInt(4) == 0 ? aggregate("." + self) : add(scalars.next("." + self));
        List<Dimension> dimensions = new ArrayList<>();
        for (int n = random.nextInt(4) == 0 ? 2 : 1; n > 0; n--) {
            dimensions.add(dimension());
        }
        Common common = new Common("/R/A" + types.size(), List.of(), Description.NONE);
        return add(new ParameterType.OfArray(common, element.qualifiedName(), dimensions));
    }

    private Dimension dimension() {
        return new Dimension(new IntegerValue.Fixed(random.nextInt(2)), criteria.integer(4, 1));
    }

    private Placement placement() {
        Optional<Location> location = Optional.empty();
        if (random.nextInt(10) == 0) {
            Reference from =
                    random.nextBoolean() ? Reference.PREVIOUS_ENTRY : Reference.CONTAINER_START;
            IntegerValue offset =
                    random.nextInt(3) == 0
                            ? new IntegerValue.Fixed(-random.nextInt(9))
                            : criteria.integer(9, 4);
            location = Optional.of(new Location(from, offset));
        }
        Optional<Repeat> repeat = Optional.empty();
        if (random.nextInt(10) == 0) {
            repeat =
                    Optional.of(
                            new Repeat(
                                    criteria.integer(4, 1),
                                    random.nextBoolean()
                                            ? Optional.empty()
                                            : Optional.of(criteria.integer(3, 3))));
        }
        Optional<MatchCriteria> condition =
                random.nextInt(8) == 0 ? Optional.of(criteria.next()) : Optional.empty();
        return new Placement(location, repeat, condition);
    }
}
