package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.MatchCriteria;
import java.util.ArrayList;
import java.util.List;

/** Conditions in their simplest form: no lists of one, no lists of the same kind in each other. */
final class Criteria {
    private Criteria() {}

    /** All of these. */
    static MatchCriteria all(List<MatchCriteria> parts) {
        List<MatchCriteria> flat = new ArrayList<>();
        for (MatchCriteria part : parts) {
            if (part instanceof MatchCriteria.And and) {
                flat.addAll(and.all());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new MatchCriteria.And(flat);
    }

    /** One of these. */
    static MatchCriteria any(List<MatchCriteria> parts) {
        List<MatchCriteria> flat = new ArrayList<>();
        for (MatchCriteria part : parts) {
            if (part instanceof MatchCriteria.Or or) {
                flat.addAll(or.any());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new MatchCriteria.Or(flat);
    }

    /** The same condition in its simplest form. */
    static MatchCriteria simplest(MatchCriteria criteria) {
        if (criteria instanceof MatchCriteria.And and) {
            return all(and.all().stream().map(Criteria::simplest).toList());
        }
        if (criteria instanceof MatchCriteria.Or or) {
            return any(or.any().stream().map(Criteria::simplest).toList());
        }
        return criteria;
    }
}
