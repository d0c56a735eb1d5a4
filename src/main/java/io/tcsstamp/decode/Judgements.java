package io.tcsstamp.decode;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Alarms.Alarm;
import io.tcsstamp.definition.Alarms.Level;
import io.tcsstamp.definition.ValidRange;
import java.util.Optional;

/** Whether values are valid, and how bad they are. */
final class Judgements {
    private Judgements() {}

    /** The most severe level that holds, by the alarm of the first context that does. */
    static Optional<Level> alarm(PacketValues values, int slot) {
        Alarms alarms = Encodings.alarms(values.fields[slot].type());
        if (alarms.isNone()) {
            return Optional.empty();
        }
        return alarmOf(values, slot, alarms).map(alarm -> level(values, slot, alarm));
    }

    private static Optional<Alarm> alarmOf(PacketValues values, int slot, Alarms alarms) {
        TypeRules rules = values.plan.rules().get(values.fields[slot].type());
        for (int i = 0; i < alarms.contexts().size(); i++) {
            if (held(rules.alarmCriteria().get(i), values, slot)) {
                return Optional.of(alarms.contexts().get(i).alarm());
            }
        }
        return alarms.byDefault();
    }

    /** A context about what is not in the packet does not hold. */
    private static boolean held(Criterion criterion, PacketValues values, int slot) {
        try {
            return values.heldAt(slot, criterion);
        } catch (DecodeFailure e) {
            return false;
        }
    }

    private static Level level(PacketValues values, int slot, Alarm alarm) {
        Level worst = null;
        if (values.valueKind(slot) == ValueKind.LABEL) {
            String label = values.label(slot);
            for (Alarms.OfLabel of : alarm.labels()) {
                if (of.label().equals(label)) {
                    worst = worse(worst, of.level());
                }
            }
        } else {
            double number = values.number(slot);
            for (Alarms.OfRange of : alarm.ranges()) {
                if (of.range().contains(number) == of.inside()) {
                    worst = worse(worst, of.level());
                }
            }
        }
        return worst == null ? alarm.defaultLevel() : worst;
    }

    private static Level worse(Level a, Level b) {
        return a == null || b.compareTo(a) > 0 ? b : a;
    }

    /** True unless the type has a valid range, and the number is outside of it. */
    static boolean valid(PacketValues values, int slot) {
        Optional<ValidRange> range = Encodings.validRange(values.fields[slot].type());
        if (range.isEmpty() || !isNumber(values.fields[slot].rawKind())) {
            return true;
        }
        double number =
                range.get().calibrated() ? values.value[slot] : PlainNumber.rawNumber(values, slot);
        return range.get().range().contains(number);
    }

    private static boolean isNumber(RawKind kind) {
        return kind != RawKind.TEXT && kind != RawKind.BYTES;
    }
}
