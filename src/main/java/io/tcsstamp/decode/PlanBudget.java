package io.tcsstamp.decode;

/** Bounds the size of a plan: small files may describe packets of millions of fields. */
final class PlanBudget {
    /** More values than this in the containers of a definition are refused. */
    static final long MOST = 1L << 20;

    private long spent;

    /** Ends the making of a plan that becomes too large. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded() {
            super(null, null, false, false);
        }
    }

    long spent() {
        return spent;
    }

    /**
     * Accounts for values.
     *
     * @throws Exceeded when they are too many, or nested too deeply
     */
    void spend(long values, boolean tooDeep) {
        spent += values;
        if (spent > MOST || tooDeep) {
            throw new Exceeded();
        }
    }
}
