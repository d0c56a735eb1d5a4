package io.tcsstamp.bench;

/**
 * What the codec benchmarks work on: some blocks in one piece, as a socket read under load brings
 * them.
 *
 * @param tcs the blocks, each with its ETX
 * @param stamp the lines they have to become
 * @param records how many records they hold
 */
record CodecInput(byte[] tcs, byte[] stamp, int records) {
    static final int BLOCKS = 32;
    private static final long SEED = 20_261_121;

    /** Makes the input: the same each time, in each fork. */
    static CodecInput create() {
        BlockGenerator generator = new BlockGenerator(SEED);
        Latin1Buffer tcs = new Latin1Buffer();
        Latin1Buffer stamp = new Latin1Buffer();
        int records = 0;
        for (int i = 0; i < BLOCKS; i++) {
            records += generator.changed(tcs, stamp);
        }
        return new CodecInput(tcs.toByteArray(), stamp.toByteArray(), records);
    }
}
