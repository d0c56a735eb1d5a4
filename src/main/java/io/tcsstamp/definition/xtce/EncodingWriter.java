package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.definition.IntegerValue;
import java.io.IOException;

/** Writes how raw values stand in the packet. XTCE: the DataEncoding of a type. */
final class EncodingWriter {
    /** What the schema wants to know of a text without a fixed size: more than a packet has. */
    private static final String MAX_SIZE = "524288";

    private EncodingWriter() {}

    static void write(Output out, DataEncoding encoding) throws IOException {
        if (encoding instanceof DataEncoding.OfInteger e) {
            out.xml().begin("IntegerDataEncoding");
            order(out, e.byteOrder());
            bits(out, e.bitOrder());
            out.attribute("sizeInBits", Integer.toString(e.sizeInBits()));
            out.attribute("encoding", kind(e.kind()));
            CalibratorWriter.write(out, e.calibration());
            out.xml().end();
        } else if (encoding instanceof DataEncoding.OfFloat e) {
            out.xml().begin("FloatDataEncoding");
            order(out, e.byteOrder());
            bits(out, e.bitOrder());
            out.attribute("sizeInBits", Integer.toString(e.sizeInBits()));
            out.attribute("encoding", e.kind() == FloatKind.IEEE754 ? "IEEE754" : "MILSTD_1750A");
            CalibratorWriter.write(out, e.calibration());
            out.xml().end();
        } else if (encoding instanceof DataEncoding.OfString e) {
            string(out, e);
        } else {
            binary(out, "BinaryDataEncoding", ((DataEncoding.OfBinary) encoding).sizeInBits());
        }
    }

    /** XTCE: BinaryDataEncodingType. */
    static void binary(Output out, String name, IntegerValue size) throws IOException {
        out.xml().begin(name);
        IntegerValueWriter.element(out, "SizeInBits", size);
        out.xml().end();
    }

    private static void order(Output out, ByteOrder order) throws IOException {
        if (order == ByteOrder.LEAST_SIGNIFICANT_FIRST) {
            out.attribute("byteOrder", "leastSignificantByteFirst");
        }
    }

    private static void bits(Output out, BitOrder order) throws IOException {
        if (order == BitOrder.LEAST_SIGNIFICANT_FIRST) {
            out.attribute("bitOrder", "leastSignificantBitFirst");
        }
    }

    private static String kind(DataEncoding.IntegerKind kind) {
        return switch (kind) {
            case UNSIGNED -> "unsigned";
            case TWOS_COMPLEMENT -> "twosComplement";
            case ONES_COMPLEMENT -> "onesComplement";
            case SIGN_MAGNITUDE -> "signMagnitude";
            case BCD -> "BCD";
            case PACKED_BCD -> "packedBCD";
        };
    }

    private static void string(Output out, DataEncoding.OfString e) throws IOException {
        out.xml().begin("StringDataEncoding");
        order(out, e.byteOrder());
        out.attribute("encoding", charset(out, e.charset()));
        if (e.sizeInBits() instanceof IntegerValue.Fixed fixed) {
            if (fixed.value() < 1) {
                out.notInSchema("the size of a text is at least 1 bit: " + fixed.value());
            }
            out.xml().begin("SizeInBits");
            IntegerValueWriter.element(out, "Fixed", fixed);
        } else {
            out.xml().begin("Variable");
            out.attribute("maxSizeInBits", MAX_SIZE);
            IntegerValueWriter.write(out, e.sizeInBits());
        }
        if (e.extent() instanceof TextExtent.Terminated terminated) {
            out.xml().element("TerminationChar", terminated.hex());
        } else if (e.extent() instanceof TextExtent.Leading leading) {
            out.xml().begin("LeadingSize");
            out.attribute("sizeInBitsOfSizeTag", Integer.toString(leading.sizeInBitsOfSizeTag()));
            out.xml().end();
        }
        out.xml().end();
        out.xml().end();
    }

    private static String charset(Output out, String java) {
        String name = StringEncodingReader.xtceName(java);
        if (name == null) {
            out.lost("XTCE does not know the charset " + java + "; UTF-8 is written");
            return "UTF-8";
        }
        return name;
    }
}
