package io.tcsstamp.decode;

import java.util.List;

/** True when all are; asked in order, up to the first that is not. */
final class AndCriterion implements Criterion {
    private final Criterion[] all;

    AndCriterion(List<Criterion> all) {
        this.all = all.toArray(Criterion[]::new);
    }

    List<Criterion> all() {
        return List.of(all);
    }

    @Override
    public boolean test(PacketValues values) {
        for (Criterion one : all) {
            if (!one.test(values)) {
                return false;
            }
        }
        return true;
    }
}
