package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Types without an encoding: fine for parameters that never stand in a packet, which decoding does
 * not know; a problem for all others.
 */
final class BareTypes {
    private BareTypes() {}

    /** Takes out what never stands in a packet. */
    static void remove(
            Map<String, ParameterType> types,
            Map<String, Parameter> parameters,
            Links links,
            Problems problems) {
        if (links.bare().isEmpty()) {
            return;
        }
        Map<String, String> bare = spread(types, links); // type -> the one without encoding
        Iterator<Parameter> all = parameters.values().iterator();
        while (all.hasNext()) {
            Parameter parameter = all.next();
            String cause = bare.get(parameter.typeRef());
            if (cause == null) {
                continue;
            }
            SourceLocation at = links.bare().get(cause);
            if (links.isUsed(parameter.qualifiedName())) {
                problems.error(
                        "MISSING_ELEMENT",
                        at,
                        cause,
                        "the type has no DataEncoding, so "
                                + parameter.qualifiedName()
                                + " cannot be read from a packet: add one");
            } else {
                problems.warning(
                        "NO_ENCODING",
                        at,
                        cause,
                        "the type has no DataEncoding; "
                                + parameter.qualifiedName()
                                + " stands in no packet and is left out");
                all.remove();
            }
        }
        types.keySet().removeAll(bare.keySet());
    }

    private static Map<String, String> spread(Map<String, ParameterType> types, Links links) {
        Map<String, List<String>> users = new HashMap<>();
        types.forEach(
                (name, type) -> {
                    for (String part : LinkCheck.parts(type)) {
                        users.computeIfAbsent(part, n -> new ArrayList<>()).add(name);
                    }
                });
        Map<String, String> bare = new HashMap<>();
        links.bare().keySet().forEach(n -> bare.put(n, n));
        Deque<String> open = new ArrayDeque<>(bare.keySet());
        while (!open.isEmpty()) {
            String name = open.pop();
            for (String user : users.getOrDefault(name, List.of())) {
                if (bare.putIfAbsent(user, bare.get(name)) == null) {
                    open.push(user);
                }
            }
        }
        return bare;
    }
}
