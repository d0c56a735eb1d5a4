package io.tcsstamp.decode;

import java.util.List;
import java.util.Optional;

/** The integer of the first row whose criterion holds. XTCE: DiscreteLookupList. */
final class LookupQuantity implements Quantity {
    private final Criterion[] criteria;
    private final long[] integers;
    private final Optional<Long> byDefault;

    LookupQuantity(List<Criterion> criteria, List<Long> integers, Optional<Long> byDefault) {
        this.criteria = criteria.toArray(Criterion[]::new);
        this.integers = integers.stream().mapToLong(Long::longValue).toArray();
        this.byDefault = byDefault;
    }

    @Override
    public long get(PacketValues values, String of) {
        for (int i = 0; i < criteria.length; i++) {
            if (criteria[i].test(values)) {
                return integers[i];
            }
        }
        if (byDefault.isEmpty()) {
            throw Failures.size(values, of, "no row of the lookup list applies to it");
        }
        return byDefault.get();
    }
}
