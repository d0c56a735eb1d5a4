package io.tcsstamp.definition;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a definition that can be used for what is likely not meant: packets that are two
 * containers at once (codes {@code AMBIGUOUS_CONTAINERS}), containers that no packet can be ({@code
 * UNREACHABLE_CONTAINER}, {@code VALUE_NOT_DECODED}, {@code ABSTRACT_WITHOUT_INHERITORS}), entries
 * on the same bits ({@code OVERLAPPING_ENTRIES}). Only what is certain is told: criteria that
 * compare two parameters, and values that a packet has twice, are not followed.
 *
 * <p>Thread-safe: the method is static and shares nothing.
 */
public final class DefinitionCheck {
    private DefinitionCheck() {}

    /** The problems, container by container. */
    public static List<Problem> check(Definition definition) {
        List<Problem> problems = new ArrayList<>();
        new ContainerCheck(definition, problems::add).check();
        new OverlapCheck(definition, problems::add).check();
        return problems;
    }
}
