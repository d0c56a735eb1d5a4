package io.tcsstamp.decode;

import java.util.List;

/** Members of an aggregate within an array. */
final class AggregatePart implements Part {
    private final String[] names;
    private final Part[] parts;
    private final long fixedBits;
    private final boolean skipped;

    AggregatePart(List<String> names, List<Part> parts) {
        this.names = names.toArray(String[]::new);
        this.parts = parts.toArray(Part[]::new);
        long sum = 0;
        boolean nothing = true;
        for (Part part : parts) {
            long bits = part.fixedBits();
            sum = sum < 0 || bits < 0 || sum + bits < 0 ? Step.VARIABLE : sum + bits;
            nothing &= part.isSkipped();
        }
        this.fixedBits = sum;
        this.skipped = nothing;
    }

    @Override
    public long fixedBits() {
        return fixedBits;
    }

    @Override
    public boolean isSkipped() {
        return skipped;
    }

    @Override
    public void read(PacketValues values, PartNames own) {
        for (int i = 0; i < parts.length; i++) {
            parts[i].read(values, own.member(i, names[i]));
        }
    }
}
