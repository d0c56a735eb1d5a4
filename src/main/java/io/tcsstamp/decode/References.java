package io.tcsstamp.decode;

import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The values that others depend on, numbered. */
final class References {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> generic = new HashSet<>();
    private final Set<String> valued = new HashSet<>();

    /**
     * Notes one.
     *
     * @return true when it is new
     */
    boolean add(ParameterRef ref) {
        String key = ref.ref() + ref.path();
        if (numbers.containsKey(key)) {
            return false;
        }
        numbers.put(key, numbers.size());
        generic.add(ref.ref() + ParameterPaths.generic(ref.path()));
        return true;
    }

    /**
     * Notes a type of which values are decoded.
     *
     * @return true when it is new
     */
    boolean addValued(String type) {
        return valued.add(type);
    }

    /** True for a type of which values are decoded. */
    boolean isValued(String type) {
        return valued.contains(type);
    }

    int count() {
        return numbers.size();
    }

    /** The number of a value, or {@link Field#UNREFERENCED}. */
    int number(Parameter parameter, String path) {
        return number(parameter.qualifiedName(), path);
    }

    /** The number of a value, or {@link Field#UNREFERENCED}. */
    int number(String parameter, String path) {
        Integer number = numbers.get(parameter + path);
        return number == null ? Field.UNREFERENCED : number;
    }

    /** True where a value is referred to with some index for each {@code []} of the path. */
    boolean anyIndex(Parameter parameter, String genericPath) {
        return generic.contains(parameter.qualifiedName() + genericPath);
    }
}
