package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Alarms.Alarm;
import io.tcsstamp.definition.Alarms.Level;
import io.tcsstamp.definition.Range;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes limits. XTCE: DefaultAlarm, ContextAlarmList. */
final class AlarmWriter {
    private AlarmWriter() {}

    /**
     * Writes the limits of a type.
     *
     * @param numeric false for those of an enumeration
     */
    static void write(Output out, Alarms alarms, boolean numeric) throws IOException {
        if (alarms.byDefault().isPresent()) {
            out.xml().begin("DefaultAlarm");
            alarm(out, alarms.byDefault().get(), numeric);
            out.xml().end();
        }
        if (alarms.contexts().isEmpty()) {
            return;
        }
        out.xml().begin("ContextAlarmList");
        for (Alarms.Context context : alarms.contexts()) {
            out.xml().begin("ContextAlarm");
            alarm(out, context.alarm(), numeric);
            out.xml().begin("ContextMatch");
            CriteriaWriter.write(out, context.criteria());
            out.xml().end();
            out.xml().end();
        }
        out.xml().end();
    }

    private static void alarm(Output out, Alarm alarm, boolean numeric) throws IOException {
        if (alarm.minViolations() != 1) {
            out.attribute("minViolations", Integer.toString(alarm.minViolations()));
        }
        if (numeric) {
            if (!alarm.labels().isEmpty() || alarm.defaultLevel() != Level.NORMAL) {
                out.lost("numbers have no limits by label and no default level");
            }
            ranges(out, alarm.ranges());
            return;
        }
        if (!alarm.ranges().isEmpty()) {
            out.lost("enumerations have no limits by range");
        }
        if (alarm.defaultLevel() != Level.NORMAL) {
            out.attribute("defaultAlarmLevel", level(alarm.defaultLevel()));
        }
        if (alarm.labels().isEmpty()) {
            return;
        }
        out.xml().begin("EnumerationAlarmList");
        for (Alarms.OfLabel label : alarm.labels()) {
            out.xml().begin("EnumerationAlarm");
            out.attribute("alarmLevel", level(label.level()));
            out.attribute("enumerationLabel", label.label());
            out.xml().end();
        }
        out.xml().end();
    }

    private static void ranges(Output out, List<Alarms.OfRange> ranges) throws IOException {
        if (ranges.isEmpty()) {
            return;
        }
        boolean rising = isRising(ranges);
        out.xml().begin(rising ? "StaticAlarmRanges" : "AlarmMultiRanges");
        if (rising && ranges.get(0).inside()) {
            out.attribute("rangeForm", "inside");
        }
        for (Alarms.OfRange range : ranges) {
            String level = level(range.level());
            out.xml()
                    .begin(
                            rising
                                    ? level.substring(0, 1).toUpperCase(Locale.ROOT)
                                            + level.substring(1)
                                            + "Range"
                                    : "Range");
            if (!rising) {
                out.attribute("level", level);
                out.attribute("rangeForm", range.inside() ? "inside" : "outside");
            }
            range(out, range.range());
            out.xml().end();
        }
        out.xml().end();
    }

    /** True where StaticAlarmRanges can say it: one range a level, the levels rise, one form. */
    private static boolean isRising(List<Alarms.OfRange> ranges) {
        Level last = Level.NORMAL;
        for (Alarms.OfRange range : ranges) {
            if (range.level().compareTo(last) <= 0 || range.inside() != ranges.get(0).inside()) {
                return false;
            }
            last = range.level();
        }
        return true;
    }

    /** XTCE: FloatRangeType, in the element that has just begun. */
    static void range(Output out, Range range) throws IOException {
        if (range.min() != Double.NEGATIVE_INFINITY || range.minExclusive()) {
            out.attribute(
                    range.minExclusive() ? "minExclusive" : "minInclusive",
                    Output.number(range.min()));
        }
        if (range.max() != Double.POSITIVE_INFINITY || range.maxExclusive()) {
            out.attribute(
                    range.maxExclusive() ? "maxExclusive" : "maxInclusive",
                    Output.number(range.max()));
        }
    }

    private static String level(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
