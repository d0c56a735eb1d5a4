package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Epoch;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.TimeUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Definitions that use all of the representation. */
final class RandomDefinition {
    private static final String[] SYSTEMS = {"/R", "/R/Sub", "/R/Sub/Deep", "/R/Other"};

    private final Random random;
    private final RandomParts parts;
    private final Map<String, ParameterType> types = new LinkedHashMap<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Container> containers = new LinkedHashMap<>();

    RandomDefinition(Random random) {
        this.random = random;
        this.parts = new RandomParts(random);
    }

    Definition next() {
        List<String> names = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            names.add(system() + "/" + (random.nextInt(4) == 0 ? "SAME" : "P" + i));
        }
        List<String> distinct = names.stream().distinct().toList();
        parts.use(distinct);
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            type(system() + "/T" + i);
        }
        parameters(distinct);
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            container(system(), "C" + i);
        }
        return new Definition("R", "random", types, parameters, containers, Map.of());
    }

    private String system() {
        return SYSTEMS[random.nextInt(SYSTEMS.length)];
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void parameters(List<String> names) {
        Map<String, Integer> count = new HashMap<>();
        names.forEach(n -> count.merge(simple(n), 1, Integer::sum));
        for (String name : names) {
            String shown = count.get(simple(name)) == 1 ? simple(name) : name.substring(3);
            parameters.put(
                    name,
                    new Parameter(
                            shown, name, one(List.copyOf(types.keySet())), parts.description()));
        }
    }

    private static String simple(String qualified) {
        return qualified.substring(qualified.lastIndexOf('/') + 1);
    }

    private void type(String name) {
        int kind = random.nextInt(types.isEmpty() ? 7 : 9);
        ParameterType.Common common =
                new ParameterType.Common(
                        name, kind < 6 ? parts.units() : List.of(), parts.description());
        types.put(name, type(common, kind));
    }

    private ParameterType type(ParameterType.Common common, int kind) {
        return switch (kind) {
            case 0 ->
                    new ParameterType.OfInteger(
                            common, parts.encoding(), parts.validRange(), parts.alarms(true));
            case 1 ->
                    new ParameterType.OfFloat(
                            common, parts.encoding(), parts.validRange(), parts.alarms(true));
            case 2 -> enumeration(common);
            case 3 ->
                    new ParameterType.OfBoolean(
                            common, parts.encoding(), parts.text(), parts.text());
            case 4 -> new ParameterType.OfString(common, parts.encoding());
            case 5 -> new ParameterType.OfBinary(common, parts.encoding());
            case 6 -> time(common);
            case 7 ->
                    new ParameterType.OfArray(
                            common, one(List.copyOf(types.keySet())), parts.dimensions());
            default -> aggregate(common);
        };
    }

    private ParameterType enumeration(ParameterType.Common common) {
        DataEncoding encoding = parts.encoding();
        while (encoding instanceof DataEncoding.OfBinary) {
            encoding = parts.encoding();
        }
        boolean text = encoding instanceof DataEncoding.OfString;
        List<ParameterType.Label> labels = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            labels.add(
                    new ParameterType.Label(
                            text ? parts.text() : Long.toString(random.nextLong()),
                            text || random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of(Long.toString(random.nextLong())),
                            parts.text()));
        }
        Alarms alarms = parts.alarms(false);
        return new ParameterType.OfEnumeration(common, encoding, labels, alarms);
    }

    private ParameterType time(ParameterType.Common common) {
        Optional<Epoch> epoch =
                switch (random.nextInt(3)) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of(one(List.of(Epoch.Named.values())));
                    default ->
                            Optional.of(
                                    new Epoch.At(
                                            Instant.ofEpochMilli(random.nextInt() * 1000L + 5)));
                };
        return new ParameterType.OfTime(
                common,
                parts.encoding(),
                random.nextBoolean(),
                one(List.of(TimeUnit.values())),
                epoch,
                epoch.isEmpty() && random.nextBoolean()
                        ? Optional.of(parts.ref())
                        : Optional.empty());
    }

    private ParameterType aggregate(ParameterType.Common common) {
        List<ParameterType.Member> members = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            members.add(new ParameterType.Member("m" + i, one(List.copyOf(types.keySet()))));
        }
        return new ParameterType.OfAggregate(common, members);
    }

    private void container(String system, String name) {
        List<Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            entries.add(entry(i == 1));
        }
        String path = system + "/" + name;
        Container container =
                new Container(
                        name,
                        path,
                        random.nextBoolean(),
                        containers.isEmpty() || random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(base()),
                        entries,
                        random.nextInt(4) == 0
                                ? Optional.of(parts.integer(0))
                                : Optional.<IntegerValue>empty(),
                        parts.description());
        containers.put(path, container);
    }

    private Container.Base base() {
        List<String> names = List.copyOf(containers.keySet());
        return new Container.Base(
                one(names),
                parts.criteria(),
                random.nextInt(4) == 0 ? Optional.of(one(names)) : Optional.empty());
    }

    private Entry entry(boolean last) {
        if (!containers.isEmpty() && random.nextInt(4) == 0) {
            return new Entry.OfContainer(
                    one(List.copyOf(containers.keySet())), parts.placement(last));
        }
        String parameter = one(List.copyOf(parameters.keySet()));
        boolean array =
                types.get(parameters.get(parameter).typeRef()) instanceof ParameterType.OfArray
                        && random.nextBoolean();
        if (!array) {
            return new Entry.OfParameter(parameter, parts.placement(last));
        }
        List<Dimension> own = new ArrayList<>();
        ParameterType.OfArray type =
                (ParameterType.OfArray) types.get(parameters.get(parameter).typeRef());
        type.dimensions().forEach(d -> own.add(parts.dimension()));
        return new Entry.OfArray(parameter, own, parts.placement(last));
    }
}
