package io.tcsstamp.packet;

import java.util.ArrayList;
import java.util.List;

/** Writes down what a listener is told. */
final class Events implements PacketListener {
    final List<LostBytes> lost = new ArrayList<>();
    final List<String> sequence = new ArrayList<>();
    final List<String> idle = new ArrayList<>();

    @Override
    public void lost(LostBytes bytes) {
        lost.add(bytes);
    }

    @Override
    public void gap(int apid, int expected, int received, int missing, long position) {
        sequence.add(
                "gap " + apid + " " + expected + "-" + received + ": " + missing + " @" + position);
    }

    @Override
    public void duplicate(int apid, int count, long position) {
        sequence.add("duplicate " + apid + " " + count + " @" + position);
    }

    @Override
    public void outOfOrder(int apid, int expected, int received, long position) {
        sequence.add("late " + apid + " " + expected + "-" + received + " @" + position);
    }

    @Override
    public void idle(long position, int length) {
        idle.add(length + " @" + position);
    }

    List<LostBytes.Cause> causes() {
        return lost.stream().map(LostBytes::cause).toList();
    }
}
