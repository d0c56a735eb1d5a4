package io.tcsstamp.decode;

import io.tcsstamp.definition.IntegerValue;
import java.util.ArrayList;
import java.util.List;

/** Integers of a definition that may depend on a packet. */
final class QuantityPlanner {
    private static final Quantity NONE = new Quantity.Fixed(0);

    private final CriterionPlanner criteria;

    QuantityPlanner(CriterionPlanner criteria) {
        this.criteria = criteria;
    }

    /**
     * The quantity of a value.
     *
     * @param where a qualified name or an entry, for problems
     */
    Quantity plan(IntegerValue value, String where) {
        if (value instanceof IntegerValue.Fixed fixed) {
            return new Quantity.Fixed(fixed.value());
        }
        if (value instanceof IntegerValue.Dynamic dynamic) {
            return criteria.operands()
                    .number(dynamic.ref(), "a size or a count", where)
                    .<Quantity>map(
                            o -> new DynamicQuantity(o, dynamic.slope(), dynamic.intercept()))
                    .orElse(NONE);
        }
        IntegerValue.Lookup lookup = (IntegerValue.Lookup) value;
        List<Criterion> conditions = new ArrayList<>();
        List<Long> integers = new ArrayList<>();
        for (IntegerValue.Row row : lookup.rows()) {
            conditions.add(criteria.plan(row.criteria(), where));
            integers.add(row.value());
        }
        return new LookupQuantity(conditions, integers, lookup.defaultValue());
    }
}
