package io.tcsstamp.decode;

import io.tcsstamp.definition.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Says of a name or pattern that means no parameter which names are near. Stateless. */
public final class NearNames {
    private static final int NEAR = 3;
    private static final int LONGEST_COMPARED = 64;

    private NearNames() {}

    /**
     * What is wrong, to be put behind the name of the definition: {@code has no parameter ...}.
     *
     * @param wanted a name, or a pattern with {@code *}
     * @param names of all parameters
     */
    public static String unknown(String wanted, Collection<String> names) {
        if (wanted.contains("*")) {
            return "has no parameter that '" + wanted + "' fits";
        }
        List<String> near =
                names.stream()
                        .distinct()
                        .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 3))
                        .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                        .limit(NEAR)
                        .toList();
        return "has no parameter '"
                + wanted
                + "'"
                + (near.isEmpty()
                        ? "; describe-definition --parameters lists them"
                        : "; near are " + String.join(", ", near));
    }

    private static int distance(String a, String b) {
        return EditDistance.of(shortened(a), shortened(b));
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_COMPARED ? name.substring(0, LONGEST_COMPARED) : name;
    }
}
