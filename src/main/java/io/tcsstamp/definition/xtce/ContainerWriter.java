package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.MatchCriteria;
import java.io.IOException;

/** Writes containers. XTCE: SequenceContainer. */
final class ContainerWriter {
    private ContainerWriter() {}

    static void write(Output out, Container container) throws IOException {
        out.at(container.qualifiedName());
        out.xml().begin("SequenceContainer");
        out.described(out.simple(container.qualifiedName()), container.description());
        if (container.isAbstract()) {
            out.attribute("abstract", "true");
        }
        out.longDescription(container.description());
        if (container.sizeInBits().isPresent()) {
            EncodingWriter.binary(out, "BinaryEncoding", container.sizeInBits().get());
        }
        out.xml().begin("EntryList");
        for (Entry entry : container.entries()) {
            entry(out, entry);
        }
        out.xml().end();
        if (container.base().isPresent()) {
            base(out, container.base().get());
        }
        out.xml().end();
    }

    private static void base(Output out, Container.Base base) throws IOException {
        out.xml().begin("BaseContainer");
        out.attribute("containerRef", out.ref(base.containerRef()));
        boolean always = Criteria.simplest(base.criteria()).equals(MatchCriteria.ALWAYS);
        if (!always || base.next().isPresent()) {
            out.xml().begin("RestrictionCriteria");
            if (!always) {
                CriteriaWriter.write(out, base.criteria());
            } else {
                out.notInSchema("a NextContainer needs a condition beside it");
            }
            if (base.next().isPresent()) {
                out.xml().begin("NextContainer");
                out.attribute("containerRef", out.ref(base.next().get()));
                out.xml().end();
            }
            out.xml().end();
        }
        out.xml().end();
    }

    private static void entry(Output out, Entry entry) throws IOException {
        if (entry instanceof Entry.OfContainer) {
            out.xml().begin("ContainerRefEntry");
            out.attribute("containerRef", out.ref(entry.ref()));
        } else {
            out.xml()
                    .begin(
                            entry instanceof Entry.OfArray
                                    ? "ArrayParameterRefEntry"
                                    : "ParameterRefEntry");
            out.attribute("parameterRef", out.ref(entry.ref()));
        }
        placement(out, entry.placement());
        if (entry instanceof Entry.OfArray array) {
            IntegerValueWriter.dimensions(out, array.dimensions());
        }
        out.xml().end();
    }

    private static void placement(Output out, Entry.Placement placement) throws IOException {
        if (placement.location().isPresent()) {
            Entry.Location location = placement.location().get();
            out.xml().begin("LocationInContainerInBits");
            out.attribute("referenceLocation", reference(location.reference()));
            IntegerValueWriter.write(out, location.offset());
            out.xml().end();
        }
        if (placement.repeat().isPresent()) {
            Entry.Repeat repeat = placement.repeat().get();
            out.xml().begin("RepeatEntry");
            IntegerValueWriter.element(out, "Count", repeat.count());
            if (repeat.offset().isPresent()) {
                IntegerValueWriter.element(out, "Offset", repeat.offset().get());
            }
            out.xml().end();
        }
        if (placement.condition().isPresent()) {
            out.xml().begin("IncludeCondition");
            CriteriaWriter.write(out, placement.condition().get());
            out.xml().end();
        }
    }

    private static String reference(Entry.Reference reference) {
        return switch (reference) {
            case CONTAINER_START -> "containerStart";
            case CONTAINER_END -> "containerEnd";
            case PREVIOUS_ENTRY -> "previousEntry";
            case NEXT_ENTRY -> "nextEntry";
        };
    }
}
