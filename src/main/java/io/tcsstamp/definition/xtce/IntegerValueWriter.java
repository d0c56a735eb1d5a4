package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.IntegerValue;
import java.io.IOException;
import java.util.List;

/** Writes integers that are fixed or depend on the packet, and sizes of arrays. */
final class IntegerValueWriter {
    private IntegerValueWriter() {}

    /** An element that holds nothing but the integer. */
    static void element(Output out, String name, IntegerValue value) throws IOException {
        out.xml().begin(name);
        write(out, value);
        out.xml().end();
    }

    /** Writes what stands in the element that has just begun. */
    static void write(Output out, IntegerValue value) throws IOException {
        if (value instanceof IntegerValue.Fixed fixed) {
            out.xml().element("FixedValue", Long.toString(fixed.value()));
        } else if (value instanceof IntegerValue.Dynamic dynamic) {
            dynamic(out, dynamic);
        } else {
            lookup(out, (IntegerValue.Lookup) value);
        }
    }

    private static void dynamic(Output out, IntegerValue.Dynamic value) throws IOException {
        out.xml().begin("DynamicValue");
        out.xml().begin("ParameterInstanceRef");
        out.instance(value.ref());
        out.xml().end();
        if (value.slope() != 1 || Double.compare(value.intercept(), 0) != 0) {
            out.xml().begin("LinearAdjustment");
            out.attribute("slope", Output.number(value.slope()));
            out.attribute("intercept", Output.number(value.intercept()));
            out.xml().end();
        }
        out.xml().end();
    }

    private static void lookup(Output out, IntegerValue.Lookup value) throws IOException {
        out.xml().begin("DiscreteLookupList");
        for (IntegerValue.Row row : value.rows()) {
            out.xml().begin("DiscreteLookup");
            out.attribute("value", Long.toString(row.value()));
            CriteriaWriter.write(out, row.criteria());
            out.xml().end();
        }
        out.xml().end();
        value.defaultValue().ifPresent(d -> out.lost("a DiscreteLookupList has no default: " + d));
    }

    /** XTCE: DimensionList. */
    static void dimensions(Output out, List<Dimension> dimensions) throws IOException {
        out.xml().begin("DimensionList");
        for (Dimension dimension : dimensions) {
            out.xml().begin("Dimension");
            element(out, "StartingIndex", dimension.start());
            element(out, "EndingIndex", dimension.end());
            out.xml().end();
        }
        out.xml().end();
    }
}
