package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Alarms.Alarm;
import io.tcsstamp.definition.Alarms.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads limits. XTCE: DefaultAlarm, ContextAlarmList. */
final class AlarmReader {
    private static final Map<String, Level> LEVELS =
            Map.of(
                    "normal", Level.NORMAL,
                    "watch", Level.WATCH,
                    "warning", Level.WARNING,
                    "distress", Level.DISTRESS,
                    "critical", Level.CRITICAL,
                    "severe", Level.SEVERE);

    /** XTCE: AlarmRangesType. */
    private static final Map<String, Level> RANGES =
            Map.of(
                    "WatchRange", Level.WATCH,
                    "WarningRange", Level.WARNING,
                    "DistressRange", Level.DISTRESS,
                    "CriticalRange", Level.CRITICAL,
                    "SevereRange", Level.SEVERE);

    private static final Map<String, Boolean> FORMS = Map.of("inside", true, "outside", false);

    private interface Kind {
        Alarm read(Scope scope, Element at);
    }

    private AlarmReader() {}

    /** The limits of a number. */
    static Alarms numeric(Scope scope, Element type) {
        return alarms(scope, type, AlarmReader::numericAlarm);
    }

    /** The limits of an enumeration. */
    static Alarms enumerated(Scope scope, Element type) {
        return alarms(scope, type, AlarmReader::enumeratedAlarm);
    }

    private static Alarms alarms(Scope scope, Element type, Kind kind) {
        Element byDefault = type.child("DefaultAlarm");
        Element list = type.child("ContextAlarmList");
        if (byDefault == null && list == null) {
            return Alarms.NONE;
        }
        List<Alarms.Context> contexts = new ArrayList<>();
        if (list != null) {
            for (Element context : list.children("ContextAlarm")) {
                Element match = scope.requiredChild(context, "ContextMatch");
                Alarm alarm = kind.read(scope, context);
                if (match != null) {
                    contexts.add(new Alarms.Context(CriteriaReader.read(scope, match), alarm));
                }
            }
        }
        return new Alarms(Optional.ofNullable(byDefault).map(e -> kind.read(scope, e)), contexts);
    }

    private static Alarm numericAlarm(Scope scope, Element at) {
        List<Alarms.OfRange> ranges = new ArrayList<>();
        Element fixed = at.child("StaticAlarmRanges");
        if (fixed != null) {
            fixed.ignore("name", "shortDescription");
            boolean inside = scope.word(fixed, "rangeForm", false, FORMS);
            for (Element range : fixed.all()) {
                Level level = RANGES.get(range.name());
                if (level != null) {
                    ranges.add(
                            new Alarms.OfRange(
                                    level, RangeReader.range(scope, range.use()), inside));
                }
            }
        }
        Element multi = at.child("AlarmMultiRanges");
        if (multi != null) {
            multi.ignore("name", "shortDescription");
            for (Element range : multi.children("Range")) {
                boolean inside = scope.word(range, "rangeForm", false, FORMS);
                Level level = scope.requiredWord(range, "level", Level.NORMAL, LEVELS);
                ranges.add(new Alarms.OfRange(level, RangeReader.range(scope, range), inside));
            }
        }
        return new Alarm(ranges, List.of(), Level.NORMAL, minViolations(scope, at));
    }

    private static Alarm enumeratedAlarm(Scope scope, Element at) {
        List<Alarms.OfLabel> labels = new ArrayList<>();
        Element list = at.child("EnumerationAlarmList");
        for (Element label :
                list == null ? List.<Element>of() : list.children("EnumerationAlarm")) {
            Level level = scope.requiredWord(label, "alarmLevel", Level.NORMAL, LEVELS);
            String old = label.attribute("enumerationValue"); // as XTCE 1.1 calls it
            labels.add(
                    new Alarms.OfLabel(
                            level, old == null ? scope.required(label, "enumerationLabel") : old));
        }
        return new Alarm(
                List.of(),
                labels,
                scope.word(at, "defaultAlarmLevel", Level.NORMAL, LEVELS),
                minViolations(scope, at));
    }

    private static int minViolations(Scope scope, Element at) {
        at.ignore("name", "shortDescription");
        return (int) scope.integer(at, "minViolations", 1, 1, Integer.MAX_VALUE);
    }
}
