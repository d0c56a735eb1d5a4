package io.tcsstamp.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Jolokia read, sorted by the attributes' names: it gives them in no order, and the pages show
 * them as they come. Stateless.
 */
final class SortedAnswer {
    /** Longer ones are of many MBeans, and nobody reads them. */
    private static final int LONGEST = 256 << 10;

    private SortedAnswer() {}

    /** The same answer; as it came where it is long or holds something unexpected. */
    static byte[] of(byte[] answer) {
        if (answer.length > LONGEST) {
            return answer;
        }
        try {
            if (Json.read(answer) instanceof Map<?, ?> members
                    && members.get("value") instanceof Map<?, ?> values) {
                Map<String, Object> sorted = new LinkedHashMap<>();
                members.forEach((key, value) -> sorted.put((String) key, value));
                Map<String, Object> inOrder = new TreeMap<>();
                values.forEach((key, value) -> inOrder.put((String) key, value));
                sorted.put("value", inOrder);
                return Json.write(sorted);
            }
            return answer;
        } catch (MalformedException e) {
            return answer;
        }
    }
}
