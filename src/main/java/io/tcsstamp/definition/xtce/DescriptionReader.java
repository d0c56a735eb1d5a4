package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Description;
import io.tcsstamp.definition.Unit;
import java.util.ArrayList;
import java.util.List;

/** Reads what people are told: descriptions and units. */
final class DescriptionReader {
    private DescriptionReader() {}

    /** XTCE: shortDescription, LongDescription. */
    static Description read(Element at) {
        String brief = at.attribute("shortDescription");
        Element text = at.child("LongDescription");
        if (brief == null && text == null) {
            return Description.NONE;
        }
        return new Description(brief == null ? "" : brief, text == null ? "" : text.text());
    }

    /** XTCE: UnitSet. */
    static List<Unit> units(Scope scope, Element at) {
        Element set = at.child("UnitSet");
        if (set == null) {
            return List.of();
        }
        List<Unit> units = new ArrayList<>();
        for (Element unit : set.children("Unit")) {
            unit.ignore("form");
            String factor = unit.attribute("factor");
            String description = unit.attribute("description");
            units.add(
                    new Unit(
                            unit.text().strip(),
                            scope.real(unit, "power", 1),
                            factor == null || factor.strip().equals("1") ? "" : factor,
                            description == null ? "" : description));
        }
        return units;
    }
}
