package io.tcsstamp.packet;

/**
 * Cuts bytes that come in pieces of any size. The piece last fed is read where it is; what is left
 * of it when {@link #next} says false is kept in a buffer of the cutter's own.
 */
abstract sealed class PacketCutter permits LengthCutter, HexCutter {
    /** The pieces in which lost bytes are reported. */
    static final int LOST_PIECE = 64 << 10;

    /** A buffer that grew beyond this for one long packet is given back. */
    static final int USUAL_BYTES = 1 << 20;

    final PacketFraming framing;
    final PacketView view;
    final PacketListener listener;

    PacketCutter(PacketFraming framing, PacketView view, PacketListener listener) {
        this.framing = framing;
        this.view = view;
        this.listener = listener;
    }

    /** Gives the next piece, after {@link #next} has said false. */
    abstract void feed(byte[] bytes, int offset, int length);

    /** Says that nothing follows that belongs to what was fed. */
    abstract void end();

    /** Sets the view to the next packet; false if there is none before more is fed. */
    abstract boolean next() throws FramingException;

    /** Gives packets as long as that is quicker than {@link #next}, perhaps none. */
    void run(PacketHandler handler) {}
}
