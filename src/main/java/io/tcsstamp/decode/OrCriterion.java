package io.tcsstamp.decode;

import java.util.List;

/** True when one is; asked in order, up to the first that is. */
final class OrCriterion implements Criterion {
    private final Criterion[] any;

    OrCriterion(List<Criterion> any) {
        this.any = any.toArray(Criterion[]::new);
    }

    List<Criterion> any() {
        return List.of(any);
    }

    @Override
    public boolean test(PacketValues values) {
        for (Criterion one : any) {
            if (one.test(values)) {
                return true;
            }
        }
        return false;
    }
}
