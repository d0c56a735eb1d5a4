package io.tcsstamp.bench;

/**
 * The passes of a throughput run, time going on from pass to pass. Source and sink each make their
 * own copy from the seed, before the clock starts. Not thread-safe.
 */
interface Pass {
    /**
     * Fills {@code target} with the next pass.
     *
     * @param first start again from the first pass
     * @param lines the STAMP lines instead of what is sent
     * @return the number of lines
     */
    int fill(PassBuffer target, boolean first, boolean lines);

    /**
     * The passes of a kind: {@code blocks}, or packets of which {@code all} parameters or only
     * {@code one} become lines.
     */
    static Pass of(String kind, long seed, int count) {
        return switch (kind) {
            case "blocks" -> new BlockPass(seed, count);
            case "all" -> new PacketPass(seed, count, true);
            case "one" -> new PacketPass(seed, count, false);
            default -> throw new IllegalArgumentException("no kind of pass is called " + kind);
        };
    }
}
