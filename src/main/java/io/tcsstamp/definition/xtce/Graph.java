package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.SourceLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is made of what: finds circles, chains that are too long, and things that grow without bound
 * although the document is short.
 *
 * <p>Not thread-safe.
 */
final class Graph {
    /** How many containers or types may be within each other. */
    static final int MAX_DEPTH = 200;

    /** How many parts one may have in all. */
    static final long MAX_PARTS = 1_000_000;

    private record Size(int depth, long parts) {}

    private static final Size ONE = new Size(1, 1);

    private final Map<String, List<String>> edges;
    private final String what;
    private final Map<String, SourceLocation> places;
    private final Problems problems;
    private final Map<String, Size> sizes = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final List<String> way = new ArrayList<>();
    private final Deque<Integer> next = new ArrayDeque<>();

    Graph(
            Map<String, List<String>> edges,
            String what,
            Map<String, SourceLocation> places,
            Problems problems) {
        this.edges = edges;
        this.what = what;
        this.places = places;
        this.problems = problems;
    }

    /** Tells what is wrong, without recursion. */
    void check() {
        for (String start : edges.keySet()) {
            if (sizes.containsKey(start)) {
                continue;
            }
            enter(start);
            while (!way.isEmpty()) {
                String at = way.get(way.size() - 1);
                List<String> parts = edges.getOrDefault(at, List.of());
                int i = next.pop();
                if (i == parts.size()) {
                    leave(at, parts);
                    continue;
                }
                next.push(i + 1);
                String part = parts.get(i);
                if (open.contains(part)) {
                    circle(part);
                } else if (!sizes.containsKey(part)) {
                    enter(part);
                }
            }
        }
    }

    private void enter(String name) {
        open.add(name);
        way.add(name);
        next.push(0);
    }

    private void leave(String name, List<String> parts) {
        int depth = 0;
        long all = 1;
        for (String part : parts) {
            Size size = sizes.getOrDefault(part, ONE); // in a circle, which is told
            depth = Math.max(depth, size.depth());
            all += size.parts();
        }
        if (depth >= MAX_DEPTH) {
            tell(
                    "TOO_LARGE",
                    name,
                    "more than " + MAX_DEPTH + " " + what + " are within each other");
            depth = 0;
        }
        if (all > MAX_PARTS) {
            tell("TOO_LARGE", name, "it is made of more than " + MAX_PARTS + " " + what);
            all = 1;
        }
        sizes.put(name, new Size(depth + 1, all));
        open.remove(name);
        way.remove(way.size() - 1);
    }

    private void circle(String start) {
        List<String> names = new ArrayList<>(way.subList(way.indexOf(start), way.size()));
        String more = names.size() > 10 ? " -> ... (" + names.size() + " in all)" : "";
        String circle = String.join(" -> ", names.subList(0, Math.min(10, names.size()))) + more;
        tell(
                "CIRCULAR_REFERENCE",
                start,
                "the " + what + " are made of each other: " + circle + " -> " + start);
    }

    private void tell(String code, String name, String message) {
        problems.error(code, places.getOrDefault(name, problems.anywhere()), name, message);
    }
}
