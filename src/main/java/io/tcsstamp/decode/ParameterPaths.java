package io.tcsstamp.decode;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.ParameterType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths into arrays and aggregates: {@code .member[2].x}. */
final class ParameterPaths {
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[(-?\\d{1,10})]");
    private static final Pattern INDEX = Pattern.compile("\\[-?\\d+]");

    private ParameterPaths() {}

    /** The path for any index: {@code .member[].x}. */
    static String generic(String path) {
        return path.indexOf('[') < 0 ? path : INDEX.matcher(path).replaceAll("[]");
    }

    /** The type at a path, null where the path leads nowhere. */
    static ParameterType type(Definition definition, ParameterType from, String path) {
        ParameterType type = from;
        Matcher step = STEP.matcher(path);
        int end = 0;
        int dimension = 0;
        while (type != null && step.find() && step.start() == end) {
            end = step.end();
            if (step.group(1) != null) {
                type = dimension == 0 ? member(definition, type, step.group(1)) : null;
            } else if (type instanceof ParameterType.OfArray array) {
                dimension++;
                if (dimension == array.dimensions().size()) {
                    type = definition.types().get(array.elementTypeRef());
                    dimension = 0;
                }
            } else {
                type = null;
            }
        }
        return end == path.length() && dimension == 0 ? type : null;
    }

    private static ParameterType member(Definition definition, ParameterType type, String name) {
        if (type instanceof ParameterType.OfAggregate aggregate) {
            for (ParameterType.Member member : aggregate.members()) {
                if (member.name().equals(name)) {
                    return definition.types().get(member.typeRef());
                }
            }
        }
        return null;
    }
}
