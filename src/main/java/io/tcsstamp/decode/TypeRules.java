package io.tcsstamp.decode;

import io.tcsstamp.definition.Alarms;
import java.util.List;

/**
 * What the values of a type need after decoding.
 *
 * @param charset of text, null where the raw value is none
 * @param alarmCriteria one for each context of the type's alarms
 * @param alarms of the type
 * @param offset the time that a relative one is added to, null for none
 */
record TypeRules(
        TextCharset charset, List<Criterion> alarmCriteria, Alarms alarms, Operand offset) {}
