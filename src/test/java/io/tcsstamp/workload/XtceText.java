package io.tcsstamp.workload;

import java.util.List;

/** Writes an XTCE document piece by piece: types, then parameters, then containers. */
final class XtceText {
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder parameters = new StringBuilder();
    private final StringBuilder containers = new StringBuilder();
    private final String name;

    XtceText(String name) {
        this.name = name;
    }

    /** An unsigned or signed integer, big endian; its type has the name of its format. */
    void integerType(Format format) {
        boolean signed = format.kind() == Format.Kind.SIGNED;
        type("Integer", format.name(), " signed=\"" + signed + "\"", integerEncoding(format, ""));
    }

    /** A float whose raw value is an IEEE 754 float or an integer of the format. */
    void floatType(String typeName, Format format, String calibrator) {
        String encoding =
                format.kind() == Format.Kind.FLOAT
                        ? "<FloatDataEncoding sizeInBits=\"%d\"/>".formatted(format.bits())
                        : integerEncoding(format, calibrator);
        type("Float", typeName, "", encoding);
    }

    /** An unsigned integer with a label for each of the values from 0. */
    void enumeratedType(String typeName, Format format, List<String> labels) {
        StringBuilder list =
                new StringBuilder(integerEncoding(format, "")).append("<EnumerationList>");
        for (int value = 0; value < labels.size(); value++) {
            list.append(
                    "<Enumeration value=\"%d\" label=\"%s\"/>".formatted(value, labels.get(value)));
        }
        type("Enumerated", typeName, "", list.append("</EnumerationList>").toString());
    }

    /** A calibrator for {@link #floatType}. */
    static String polynomial(List<Double> coefficients) {
        StringBuilder text = new StringBuilder("<DefaultCalibrator><PolynomialCalibrator>");
        for (int exponent = 0; exponent < coefficients.size(); exponent++) {
            text.append("<Term coefficient=\"")
                    .append(coefficients.get(exponent))
                    .append("\" exponent=\"")
                    .append(exponent)
                    .append("\"/>");
        }
        return text.append("</PolynomialCalibrator></DefaultCalibrator>").toString();
    }

    private static String integerEncoding(Format format, String calibrator) {
        boolean signed = format.kind() == Format.Kind.SIGNED;
        return "<IntegerDataEncoding sizeInBits=\"%d\" encoding=\"%s\">%s</IntegerDataEncoding>"
                .formatted(format.bits(), signed ? "twosComplement" : "unsigned", calibrator);
    }

    private void type(String element, String typeName, String attributes, String content) {
        types.append(
                "<%1$sParameterType name=\"%2$s\"%3$s>%4$s</%1$sParameterType>\n"
                        .formatted(element, typeName, attributes, content));
    }

    void parameter(String parameterName, String typeName) {
        parameters.append(
                "<Parameter name=\"%s\" parameterTypeRef=\"%s\"/>\n"
                        .formatted(parameterName, typeName));
    }

    /** A container that every packet starts with. */
    void root(String containerName, List<String> entries) {
        container(containerName, true, entries, "");
    }

    /**
     * A container that inherits from another where all comparisons hold.
     *
     * @param comparisons each {@code PARAMETER=VALUE}
     */
    void container(String containerName, List<String> entries, String base, String... comparisons) {
        StringBuilder text = new StringBuilder("<BaseContainer containerRef=\"");
        text.append(base).append("\"><RestrictionCriteria><ComparisonList>");
        for (String comparison : comparisons) {
            String[] sides = comparison.split("=");
            text.append(
                    "<Comparison parameterRef=\"%s\" value=\"%s\"/>".formatted(sides[0], sides[1]));
        }
        text.append("</ComparisonList></RestrictionCriteria></BaseContainer>");
        container(containerName, false, entries, text.toString());
    }

    private void container(
            String containerName, boolean isAbstract, List<String> entries, String base) {
        containers.append(
                "<SequenceContainer name=\"%s\" abstract=\"%s\"><EntryList>\n"
                        .formatted(containerName, isAbstract));
        for (String entry : entries) {
            containers.append("<ParameterRefEntry parameterRef=\"%s\"/>\n".formatted(entry));
        }
        containers.append("</EntryList>").append(base).append("</SequenceContainer>\n");
    }

    @Override
    public String toString() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <SpaceSystem xmlns="http://www.omg.org/spec/XTCE/20180204" name="%s">
        <TelemetryMetaData>
        <ParameterTypeSet>
        %s</ParameterTypeSet>
        <ParameterSet>
        %s</ParameterSet>
        <ContainerSet>
        %s</ContainerSet>
        </TelemetryMetaData>
        </SpaceSystem>
        """
                .formatted(name, types, parameters, containers);
    }
}
