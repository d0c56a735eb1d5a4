package io.tcsstamp.bench;

/**
 * The passes of a throughput run: {@code blocks} blocks each, time going on from pass to pass.
 * Source and sink each make their own copy from the seed, before the clock starts. Not thread-safe.
 */
final class Pass {
    private final long seed;
    private final int blocks;
    private final Latin1Buffer tcs = new Latin1Buffer();
    private final Latin1Buffer stamp = new Latin1Buffer();
    private BlockGenerator generator;

    Pass(long seed, int blocks) {
        this.seed = seed;
        this.blocks = blocks;
    }

    /**
     * Fills {@code target} with the next pass.
     *
     * @param first start again from the first pass
     * @param lines the STAMP lines instead of the TCS blocks
     * @return the number of records
     */
    int fill(PassBuffer target, boolean first, boolean lines) {
        if (first || generator == null) {
            generator = new BlockGenerator(seed);
        }
        target.clear();
        int records = 0;
        for (int i = 0; i < blocks; i++) {
            records += generator.changed(tcs.clear(), stamp.clear());
            target.append(lines ? stamp : tcs);
        }
        return records;
    }
}
