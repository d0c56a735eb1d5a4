package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;

/** Puts the value of a slot into a place of a vector. */
interface ArrowCell {
    /** Puts it there, and makes room where there is none. */
    void set(int place, PacketValues values, int slot);
}
