package io.tcsstamp.fuzz;

import org.junit.jupiter.api.Test;

/** Whatever comes: no crash, no hang, bounded memory, and nothing disappears. */
class FuzzTest {
    @Test
    void blocksOfTheTcs() throws Exception {
        Fuzz.run(new TcsTarget());
    }

    @Test
    void linesOfStamp() throws Exception {
        Fuzz.run(new StampTarget());
    }

    @Test
    void packetsOfAnyFraming() throws Exception {
        Fuzz.run(new PacketTarget());
    }

    @Test
    void samplesInAFile() throws Exception {
        Fuzz.run(new CodecTarget());
    }
}
