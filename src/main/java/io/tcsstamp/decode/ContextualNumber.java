package io.tcsstamp.decode;

import java.util.List;

/** The derived value is the raw number through the first calibrator whose criterion holds. */
final class ContextualNumber implements Derivation {
    private final Criterion[] criteria;
    private final NumberFunction[] functions;
    private final NumberFunction byDefault;

    /**
     * Creates it.
     *
     * @param criteria one for each function, in order
     * @param functions in order
     * @param byDefault where none holds; null: the raw number
     */
    ContextualNumber(
            List<Criterion> criteria, List<NumberFunction> functions, NumberFunction byDefault) {
        this.criteria = criteria.toArray(Criterion[]::new);
        this.functions = functions.toArray(NumberFunction[]::new);
        this.byDefault = byDefault;
    }

    @Override
    public void derive(PacketValues values, int slot) {
        double raw = PlainNumber.rawNumber(values, slot);
        NumberFunction function = choose(values, slot);
        values.calibrated[slot] = function != null;
        values.value[slot] = function == null ? raw : function.apply(raw, values, slot);
    }

    private NumberFunction choose(PacketValues values, int slot) {
        try {
            for (int i = 0; i < criteria.length; i++) {
                if (criteria[i].test(values)) {
                    return functions[i];
                }
            }
        } catch (DecodeFailure e) {
            values.takeBack(slot);
            throw e;
        }
        return byDefault;
    }
}
