package io.tcsstamp.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a request by GET asks: type, MBean and the rest stand in its path between slashes; {@code !}
 * stands before one that belongs to a name. Stateless.
 */
final class JolokiaPath {
    private JolokiaPath() {}

    /**
     * The same as an object of a body.
     *
     * @param path behind the servlet's, decoded; null or empty asks for the version
     */
    static JolokiaCall parse(String path) throws MalformedException {
        List<String> parts = parts(path == null ? "" : path);
        Map<String, Object> members = new LinkedHashMap<>();
        String type = parts.isEmpty() ? "version" : parts.get(0);
        members.put("type", type);
        int used = 1;
        if (type.equals("search") || type.equals("read")) {
            if (parts.size() < 2) {
                throw new MalformedException("the path names no MBean");
            }
            members.put("mbean", parts.get(1));
            used = 2;
            if (type.equals("read") && parts.size() > 2) {
                List<String> attributes = List.of(parts.get(2).split(","));
                members.put("attribute", attributes.size() == 1 ? attributes.get(0) : attributes);
                used = 3;
            }
        } else if (type.equals("write") || type.equals("exec")) {
            throw new MalformedException("operations are asked for by POST only");
        }
        if (parts.size() > used) {
            members.put("path", joined(parts.subList(used, parts.size())));
        }
        return JolokiaCall.of(members);
    }

    private static String joined(List<String> parts) {
        return parts.stream()
                .map(part -> part.replace("!", "!!").replace("/", "!/"))
                .collect(Collectors.joining("/"));
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '!' && i + 1 < path.length()) {
                part.append(path.charAt(++i));
            } else if (c == '/') {
                end(part, parts);
            } else {
                part.append(c);
            }
        }
        end(part, parts);
        return parts;
    }

    private static void end(StringBuilder part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }
}
