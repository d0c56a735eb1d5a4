package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads containers. XTCE: SequenceContainer. */
final class ContainerReader {
    private ContainerReader() {}

    /**
     * Reads a container.
     *
     * @param name what output calls it
     * @param places gets where each entry stands
     */
    static Container read(Scope scope, Element at, String name, List<SourceLocation> places) {
        at.ignore("idlePattern");
        boolean isAbstract = scope.flag(at, "abstract", false);
        Element list = scope.requiredChild(at, "EntryList");
        List<Entry> entries =
                list == null ? new ArrayList<>() : EntryReader.read(scope, list, places);
        Optional<IntegerValue> size =
                Optional.ofNullable(at.child("BinaryEncoding"))
                        .map(e -> EncodingReader.binary(scope, e).sizeInBits());
        return new Container(
                name,
                scope.path(),
                isAbstract,
                Optional.ofNullable(at.child("BaseContainer")).map(e -> base(scope, e)),
                entries,
                size,
                DescriptionReader.read(at));
    }

    private static Container.Base base(Scope scope, Element at) {
        String ref = scope.references().container(at, "containerRef");
        Element criteria = at.child("RestrictionCriteria");
        if (criteria == null) {
            return new Container.Base(ref, MatchCriteria.ALWAYS, Optional.empty());
        }
        Optional<String> next =
                Optional.ofNullable(criteria.child("NextContainer"))
                        .map(e -> scope.references().container(e, "containerRef"));
        MatchCriteria match =
                next.isPresent() && !CriteriaReader.isIn(criteria)
                        ? MatchCriteria.ALWAYS
                        : CriteriaReader.read(scope, criteria);
        return new Container.Base(ref, match, next);
    }
}
