package io.tcsstamp.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sequence of entries in a packet. XTCE: SequenceContainer.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name what output calls it: the simple name where no other container of the definition has
 *     it, else the path below the outermost SpaceSystem
 * @param qualifiedName {@code /SpaceSystem/.../NAME}
 * @param isAbstract true when a packet must match one of the inheritors
 * @param base the container whose entries come first, and when this one applies
 * @param entries what is in it, in order
 * @param sizeInBits the size the file states (BinaryEncoding), absent where the entries say it
 * @param description the short and the long description
 */
public record Container(
        String name,
        String qualifiedName,
        boolean isAbstract,
        Optional<Base> base,
        List<Entry> entries,
        Optional<IntegerValue> sizeInBits,
        Description description) {

    /** Creates a container. */
    public Container {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(qualifiedName, "qualifiedName");
        Objects.requireNonNull(base, "base");
        entries = List.copyOf(entries);
        Objects.requireNonNull(sizeInBits, "sizeInBits");
        Objects.requireNonNull(description, "description");
    }

    /**
     * What a container inherits from. XTCE: BaseContainer with RestrictionCriteria.
     *
     * @param containerRef the qualified name of the base
     * @param criteria when a packet of the base is one of this container; {@link
     *     MatchCriteria#ALWAYS} without criteria
     * @param next the qualified name of the container that must follow in the stream
     *     (NextContainer), informative: packets are decoded one at a time
     */
    public record Base(String containerRef, MatchCriteria criteria, Optional<String> next) {
        /** Creates a base. */
        public Base {
            Objects.requireNonNull(containerRef, "containerRef");
            Objects.requireNonNull(criteria, "criteria");
            Objects.requireNonNull(next, "next");
        }
    }
}
