package io.tcsstamp.console;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Jolokia says of itself, without what it says of its server and of the server's files.
 * Stateless.
 */
final class VersionAnswer {
    private VersionAnswer() {}

    /** The same answer with nothing but the versions of Jolokia and its protocol. */
    static byte[] of(byte[] answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        try {
            if (Json.read(answer) instanceof Map<?, ?> members) {
                members.forEach((key, value) -> told.put((String) key, value));
            }
        } catch (MalformedException e) {
            // then it says nothing
        }
        Map<String, Object> versions = new LinkedHashMap<>();
        if (told.get("value") instanceof Map<?, ?> value) {
            versions.put("agent", value.get("agent"));
            versions.put("protocol", value.get("protocol"));
        }
        told.put("value", versions);
        return Json.write(told);
    }
}
