package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.Epoch;
import io.tcsstamp.definition.ParameterType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes times. XTCE: AbsoluteTimeParameterType, RelativeTimeParameterType. */
final class TimeWriter {
    private TimeWriter() {}

    static void write(Output out, ParameterType.OfTime type) throws IOException {
        TypeWriter.begin(
                out,
                type.absolute() ? "AbsoluteTimeParameterType" : "RelativeTimeParameterType",
                type.common());
        out.longDescription(type.common().description());
        TypeWriter.strangeUnits(out, type.common().units());
        out.xml().begin("Encoding");
        out.attribute("units", type.unit().xtce());
        EncodingWriter.write(out, scaled(out, type.encoding()));
        out.xml().end();
        reference(out, type);
        out.xml().end();
    }

    /** A line is written as scale and offset, as time types have it. */
    private static DataEncoding scaled(Output out, DataEncoding encoding) throws IOException {
        if (encoding instanceof DataEncoding.OfInteger e && isLine(e.calibration())) {
            scale(out, e.calibration());
            return new DataEncoding.OfInteger(
                    e.sizeInBits(),
                    e.kind(),
                    e.byteOrder(),
                    e.bitOrder(),
                    new Calibration(Optional.empty(), e.calibration().contexts()));
        }
        if (encoding instanceof DataEncoding.OfFloat e && isLine(e.calibration())) {
            scale(out, e.calibration());
            return new DataEncoding.OfFloat(
                    e.sizeInBits(),
                    e.kind(),
                    e.byteOrder(),
                    e.bitOrder(),
                    new Calibration(Optional.empty(), e.calibration().contexts()));
        }
        return encoding;
    }

    private static List<Calibrator.Term> terms(Calibration calibration) {
        return calibration.byDefault().orElse(null) instanceof Calibrator.Polynomial p
                ? p.terms()
                : List.of();
    }

    private static boolean isLine(Calibration calibration) {
        List<Calibrator.Term> terms = terms(calibration);
        return terms.size() == 2 && terms.get(0).exponent() == 0 && terms.get(1).exponent() == 1;
    }

    private static void scale(Output out, Calibration calibration) throws IOException {
        out.attribute("scale", Output.number(terms(calibration).get(1).coefficient()));
        out.attribute("offset", Output.number(terms(calibration).get(0).coefficient()));
    }

    private static void reference(Output out, ParameterType.OfTime type) throws IOException {
        if (type.epoch().isEmpty() && type.offsetFrom().isEmpty()) {
            return;
        }
        out.xml().begin("ReferenceTime");
        if (type.epoch().isPresent()) {
            if (type.offsetFrom().isPresent()) {
                out.lost("a time has either an Epoch or an OffsetFrom");
            }
            out.xml().element("Epoch", epoch(out, type.epoch().get()));
        } else {
            out.xml().begin("OffsetFrom");
            out.instance(type.offsetFrom().get());
            out.xml().end();
        }
        out.xml().end();
    }

    private static String epoch(Output out, Epoch epoch) {
        if (epoch == Epoch.Named.POSIX) {
            out.notInSchema("the schema calls the epoch POSIX UNIX");
        }
        return epoch instanceof Epoch.At at ? at.instant().toString() : epoch.toString();
    }
}
