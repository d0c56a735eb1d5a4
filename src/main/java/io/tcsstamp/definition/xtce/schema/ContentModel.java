package io.tcsstamp.definition.xtce.schema;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows the elements inside an element. A state is the number of the element seen last, counted
 * from 1 in the order of the table; 0 before the first one (Glushkov's construction: no
 * backtracking, no allocation per step).
 *
 * <p>Immutable and thread-safe.
 */
final class ContentModel {
    /** No way on. */
    static final int NONE = -1;

    private final List<Content.Element> elements = new ArrayList<>();
    private final int[][] next;
    private final BitSet complete = new BitSet();

    /** First and last elements of a part, and whether it may be absent. */
    private record Part(boolean empty, Set<Integer> first, Set<Integer> last) {}

    ContentModel(Content content) {
        List<Set<Integer>> follow = new ArrayList<>(List.of(new LinkedHashSet<>()));
        Part whole = part(content, follow);
        follow.get(0).addAll(whole.first());
        whole.last().forEach(complete::set);
        if (whole.empty()) {
            complete.set(0);
        }
        next =
                follow.stream()
                        .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
    }

    private Part part(Content content, List<Set<Integer>> follow) {
        if (content instanceof Content.Element element) {
            elements.add(element);
            follow.add(new LinkedHashSet<>());
            Set<Integer> self = Set.of(elements.size());
            return new Part(false, self, self);
        }
        if (content instanceof Content.Sequence sequence) {
            Part whole = new Part(true, Set.of(), Set.of());
            for (Content part : sequence.parts()) {
                whole = joined(whole, part(part, follow), follow);
            }
            return whole;
        }
        if (content instanceof Content.Choice choice) {
            List<Part> parts = choice.parts().stream().map(p -> part(p, follow)).toList();
            Set<Integer> first = new LinkedHashSet<>();
            Set<Integer> last = new LinkedHashSet<>();
            parts.forEach(
                    p -> {
                        first.addAll(p.first());
                        last.addAll(p.last());
                    });
            return new Part(parts.stream().anyMatch(Part::empty), first, last);
        }
        Content.Repeat repeat = (Content.Repeat) content;
        Part before = repeat.least() == 2 ? part(repeat.part(), follow) : null;
        Part part = part(repeat.part(), follow);
        if (repeat.many()) {
            part.last().forEach(i -> follow.get(i).addAll(part.first()));
        }
        Part whole = new Part(part.empty() || repeat.least() == 0, part.first(), part.last());
        return before == null ? whole : joined(before, whole, follow);
    }

    private static Part joined(Part a, Part b, List<Set<Integer>> follow) {
        a.last().forEach(i -> follow.get(i).addAll(b.first()));
        Set<Integer> first = new LinkedHashSet<>(a.first());
        Set<Integer> last = new LinkedHashSet<>(b.last());
        if (a.empty()) {
            first.addAll(b.first());
        }
        if (b.empty()) {
            last.addAll(a.last());
        }
        return new Part(a.empty() && b.empty(), first, last);
    }

    /** The state after an element of this name, or {@link #NONE}. */
    int after(int state, String name) {
        for (int candidate : next[state]) {
            if (elements.get(candidate - 1).name().equals(name)) {
                return candidate;
            }
        }
        return NONE;
    }

    /**
     * Any state after an element of this name, or {@link #NONE} if the type has no such element.
     */
    int anywhere(String name) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).name().equals(name)) {
                return i + 1;
            }
        }
        return NONE;
    }

    Content.Element element(int state) {
        return elements.get(state - 1);
    }

    /** The states that may follow. */
    int[] next(int state) {
        return next[state].clone();
    }

    boolean complete(int state) {
        return complete.get(state);
    }

    /** The names of the elements that may come next. */
    Set<String> expected(int state) {
        Set<String> names = new LinkedHashSet<>();
        for (int candidate : next[state]) {
            if (!element(candidate).older()) {
                names.add(element(candidate).name());
            }
        }
        return names;
    }

    /** The names of all elements, in their order. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        elements.stream().filter(e -> !e.older()).forEach(e -> names.add(e.name()));
        return names;
    }

    int size() {
        return elements.size();
    }
}
