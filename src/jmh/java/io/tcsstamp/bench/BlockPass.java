package io.tcsstamp.bench;

/** Passes of {@code blocks} blocks of a TCS EGSE each. Not thread-safe. */
final class BlockPass implements Pass {
    private final long seed;
    private final int blocks;
    private final Latin1Buffer tcs = new Latin1Buffer();
    private final Latin1Buffer stamp = new Latin1Buffer();
    private BlockGenerator generator;

    BlockPass(long seed, int blocks) {
        this.seed = seed;
        this.blocks = blocks;
    }

    @Override
    public int fill(PassBuffer target, boolean first, boolean lines) {
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
