package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.FloatKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One field, or a run of them: adjacent, in whole bytes, of one kind and not calibrated.
 *
 * @param places in order
 */
record FieldGroup(List<PlacedField> places) {
    /** A shorter run is no faster in a loop. */
    private static final int SHORTEST_RUN = 8;

    FieldGroup {
        places = List.copyOf(places);
    }

    /** Puts fields into groups. */
    static List<FieldGroup> of(List<PlacedField> fields) {
        List<FieldGroup> groups = new ArrayList<>();
        int from = 0;
        while (from < fields.size()) {
            int to = endOfRun(fields, from);
            if (to - from < SHORTEST_RUN) {
                to = from + 1;
            }
            groups.add(new FieldGroup(fields.subList(from, to)));
            from = to;
        }
        return groups;
    }

    private static int endOfRun(List<PlacedField> fields, int from) {
        PlacedField first = fields.get(from);
        Optional<String> loop = loop(first.step());
        int to = from + 1;
        if (loop.isPresent() && first.bit() % 8 == 0) {
            while (to < fields.size()
                    && fields.get(to).bit() == fields.get(to - 1).end()
                    && loop(fields.get(to).step()).equals(loop)) {
                to++;
            }
        }
        return to;
    }

    /** The method of {@link PacketRuns} for fields of this kind. */
    private static Optional<String> loop(FieldStep step) {
        if (step instanceof IntegerStep s) {
            boolean fits =
                    s.derivation() instanceof PlainNumber
                            && !s.littleEndian()
                            && !s.reversed()
                            && (s.width() == 8 || s.width() == 16 || s.width() == 32);
            return switch (s.kind()) {
                case UNSIGNED -> Optional.of("unsigned" + s.width()).filter(n -> fits);
                case TWOS_COMPLEMENT -> Optional.of("signed" + s.width()).filter(n -> fits);
                default -> Optional.empty();
            };
        }
        FloatStep s = (FloatStep) step;
        boolean fits =
                s.derivation() instanceof PlainNumber
                        && s.kind() == FloatKind.IEEE754
                        && !s.littleEndian()
                        && !s.reversed()
                        && (s.width() == 32 || s.width() == 64);
        return Optional.of("float" + s.width()).filter(n -> fits);
    }

    /** How much it adds to a class: fields, and constants of their calibrators. */
    int weight() {
        return isRun() ? 1 : 1 + DerivationEmitter.constants(first().step());
    }

    boolean isRun() {
        return places.size() > 1;
    }

    PlacedField first() {
        return places.get(0);
    }

    PlacedField last() {
        return places.get(places.size() - 1);
    }

    /** The method of {@link PacketRuns} for a run. */
    String loop() {
        return loop(first().step()).orElseThrow();
    }
}
