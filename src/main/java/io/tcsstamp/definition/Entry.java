package io.tcsstamp.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing in a container, with where it stands, how often, and under which condition. XTCE:
 * EntryList.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Entry {
    /** The qualified name of the parameter or of the container. */
    String ref();

    /** Where, how often and when. */
    Placement placement();

    /**
     * A parameter. XTCE: ParameterRefEntry.
     *
     * @param ref the parameter's qualified name
     * @param placement where, how often and when
     */
    record OfParameter(String ref, Placement placement) implements Entry {
        /** Creates an entry. */
        public OfParameter {
            Objects.requireNonNull(ref, "ref");
            Objects.requireNonNull(placement, "placement");
        }
    }

    /**
     * An array with the sizes of this entry. XTCE: ArrayParameterRefEntry.
     *
     * @param ref the qualified name of a parameter of an {@link ParameterType.OfArray array type}
     * @param dimensions in place of those of the type
     * @param placement where, how often and when
     */
    record OfArray(String ref, List<Dimension> dimensions, Placement placement) implements Entry {
        /** Creates an entry. */
        public OfArray {
            Objects.requireNonNull(ref, "ref");
            dimensions = List.copyOf(dimensions);
            Objects.requireNonNull(placement, "placement");
        }
    }

    /**
     * The entries of another container (with those of its bases) at this place. XTCE:
     * ContainerRefEntry.
     *
     * @param ref the container's qualified name
     * @param placement where, how often and when
     */
    record OfContainer(String ref, Placement placement) implements Entry {
        /** Creates an entry. */
        public OfContainer {
            Objects.requireNonNull(ref, "ref");
            Objects.requireNonNull(placement, "placement");
        }
    }

    /**
     * Where an entry stands, how often, and when it is there.
     *
     * @param location where it starts, absent: right behind the previous entry
     * @param repeat how often it stands there, absent: once
     * @param condition when it is there. XTCE: IncludeCondition
     */
    record Placement(
            Optional<Location> location,
            Optional<Repeat> repeat,
            Optional<MatchCriteria> condition) {
        /** Right behind the previous entry, once, always. */
        public static final Placement NEXT =
                new Placement(Optional.empty(), Optional.empty(), Optional.empty());

        /** Creates a placement. */
        public Placement {
            Objects.requireNonNull(location, "location");
            Objects.requireNonNull(repeat, "repeat");
            Objects.requireNonNull(condition, "condition");
        }
    }

    /**
     * Where an entry is: its start where the offset counts forward, its end where it counts back.
     * XTCE: LocationInContainerInBits, ReferenceLocationType.
     *
     * @param reference from where the offset counts
     * @param offset in bits; counted back for {@link Reference#CONTAINER_END} and {@link
     *     Reference#NEXT_ENTRY}
     */
    record Location(Reference reference, IntegerValue offset) {
        /** Creates a location. */
        public Location {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(offset, "offset");
        }
    }

    /** What a {@link Location} counts from. XTCE: referenceLocation. */
    enum Reference {
        /** The first bit of the container that the entry stands in. */
        CONTAINER_START,
        /**
         * Behind the last bit of the container; where its size is not stated, that of the packet,
         * and it must not stand in another container.
         */
        CONTAINER_END,
        /** Behind the last bit of the previous entry. */
        PREVIOUS_ENTRY,
        /** The first bit of the next entry. */
        NEXT_ENTRY
    }

    /**
     * How often an entry stands there. XTCE: RepeatEntry.
     *
     * @param count how often; 0 is possible
     * @param offset bits between the end of one and the start of the next, absent: none
     */
    record Repeat(IntegerValue count, Optional<IntegerValue> offset) {
        /** Creates a repetition. */
        public Repeat {
            Objects.requireNonNull(count, "count");
            Objects.requireNonNull(offset, "offset");
        }
    }
}
