package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Entry.Placement;
import io.tcsstamp.definition.Entry.Reference;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands in a container. XTCE: EntryList. */
final class EntryReader {
    private static final Map<String, Reference> REFERENCES =
            Map.of(
                    "containerStart", Reference.CONTAINER_START,
                    "containerEnd", Reference.CONTAINER_END,
                    "previousEntry", Reference.PREVIOUS_ENTRY,
                    "nextEntry", Reference.NEXT_ENTRY);

    private EntryReader() {}

    static List<Entry> read(Scope scope, Element list, List<SourceLocation> places) {
        List<Entry> entries = new ArrayList<>(list.all().size());
        for (Element at : list.all()) {
            Entry entry = entry(scope, at);
            if (entry != null) {
                entries.add(entry);
                places.add(scope.location(at));
            }
        }
        if (!entries.isEmpty()
                && entries.get(entries.size() - 1).placement().location().stream()
                        .anyMatch(l -> l.reference() == Reference.NEXT_ENTRY)) {
            scope.invalid(list, "the last entry stands relative to a next one, which is not there");
        }
        return entries;
    }

    private static Entry entry(Scope scope, Element at) {
        return switch (at.name()) {
            case "ParameterRefEntry" ->
                    new Entry.OfParameter(
                            scope.references().parameter(at.use(), "parameterRef"),
                            placement(scope, at));
            case "ContainerRefEntry" ->
                    new Entry.OfContainer(
                            scope.references().container(at.use(), "containerRef"),
                            placement(scope, at));
            case "ArrayParameterRefEntry" -> array(scope, at.use());
            default -> null;
        };
    }

    private static Entry array(Scope scope, Element at) {
        if (!scope.flag(at, "lastEntryForThisArrayInstance", true)) {
            scope.unsupported(at, "arrays in several entries are not supported");
        }
        String ref = scope.references().parameter(at, "parameterRef");
        Element list = at.child("DimensionList");
        List<Dimension> dimensions =
                list == null ? List.of() : CompositeReader.dimensions(scope, list);
        scope.references().links().array(ref, dimensions.size(), scope.location(at), scope.path());
        return dimensions.isEmpty()
                ? new Entry.OfParameter(ref, placement(scope, at))
                : new Entry.OfArray(ref, dimensions, placement(scope, at));
    }

    private static Placement placement(Scope scope, Element at) {
        at.ignore("shortDescription");
        Element location = at.child("LocationInContainerInBits");
        Element repeat = at.child("RepeatEntry");
        Element condition = at.child("IncludeCondition");
        if (location == null && repeat == null && condition == null) {
            return Placement.NEXT;
        }
        return new Placement(
                Optional.ofNullable(location).map(e -> location(scope, e)),
                Optional.ofNullable(repeat).map(e -> repeat(scope, e)),
                Optional.<MatchCriteria>ofNullable(
                        condition == null ? null : CriteriaReader.read(scope, condition)));
    }

    private static Entry.Location location(Scope scope, Element at) {
        return new Entry.Location(
                scope.word(at, "referenceLocation", Reference.PREVIOUS_ENTRY, REFERENCES),
                IntegerValueReader.read(scope, at, Long.MIN_VALUE));
    }

    private static Entry.Repeat repeat(Scope scope, Element at) {
        Element count = scope.requiredChild(at, "Count");
        Element offset = at.child("Offset");
        return new Entry.Repeat(
                count == null
                        ? new io.tcsstamp.definition.IntegerValue.Fixed(0)
                        : IntegerValueReader.read(scope, count, 0),
                Optional.ofNullable(offset)
                        .map(e -> IntegerValueReader.read(scope, e, Long.MIN_VALUE)));
    }
}
