package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.ParameterType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads types made of others. XTCE: ArrayParameterType, AggregateParameterType. */
final class CompositeReader {
    /** How many dimensions an array may have. */
    private static final int MAX_DIMENSIONS = 16;

    private CompositeReader() {}

    /** An array; XTCE 1.1 leaves its dimensions to the entries. */
    static ParameterType array(Scope scope, Element at, ParameterType.Common common) {
        at.ignore("numberOfDimensions");
        Element list = at.child("DimensionList");
        return new ParameterType.OfArray(
                common,
                scope.references().type(at, "arrayTypeRef"),
                list == null ? List.of() : dimensions(scope, list));
    }

    /** XTCE: DimensionList. */
    static List<Dimension> dimensions(Scope scope, Element list) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Element at : list.children("Dimension")) {
            Element start = scope.requiredChild(at, "StartingIndex");
            Element end = scope.requiredChild(at, "EndingIndex");
            if (start != null && end != null) {
                dimensions.add(
                        new Dimension(
                                IntegerValueReader.read(scope, start, 0),
                                IntegerValueReader.read(scope, end, -1)));
            }
        }
        if (dimensions.isEmpty() || dimensions.size() > MAX_DIMENSIONS) {
            scope.invalid(
                    list,
                    "an array has 1 to " + MAX_DIMENSIONS + " dimensions: " + dimensions.size());
        }
        return dimensions;
    }

    static ParameterType aggregate(Scope scope, Element at, ParameterType.Common common) {
        List<ParameterType.Member> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Element list = scope.requiredChild(at, "MemberList");
        for (Element member : list == null ? List.<Element>of() : list.children("Member")) {
            member.ignore("initialValue", "shortDescription");
            member.children("LongDescription").forEach(Element::settle);
            String name = scope.filled(member, "name");
            if (!names.add(name)) {
                scope.fail("DUPLICATE_NAME", member, "there are two members " + Scope.quoted(name));
            }
            members.add(new ParameterType.Member(name, scope.references().type(member, "typeRef")));
        }
        if (list != null && members.isEmpty()) {
            scope.fail("MISSING_ELEMENT", list, "MemberList holds no Member");
        }
        return new ParameterType.OfAggregate(common, members);
    }
}
