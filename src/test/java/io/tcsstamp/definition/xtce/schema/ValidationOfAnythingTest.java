package io.tcsstamp.definition.xtce.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceValidation;
import io.tcsstamp.definition.xtce.XtceValidation.Level;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a document holds, validation tells problems with places and does not fail itself. */
class ValidationOfAnythingTest {
    private static final List<String> NAMES =
            List.of("Parameter", "name", "SpaceSystem", "Comparison", "parameterRef", "value", "x");

    @Test
    void random_documents_are_judged() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RandomXtce made = new RandomXtce(random, NAMES);
        for (int i = 0; i < 300; i++) {
            RandomXtce.Node root = made.document();
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                made.change(root);
            }
            StringBuilder text = new StringBuilder();
            root.write(text, "\n");
            String document = damaged(text.toString().strip(), random);

            List<Problem> problems = XtceValidation.of(Level.ALL).check(document, "d");

            assertThat(problems)
                    .as("seed %d%n%s", seed, document)
                    .allMatch(problem -> problem.location().line() > 0)
                    .doesNotHaveDuplicates();
        }
    }

    /** One in three loses or gains a letter somewhere. */
    private static String damaged(String document, Random random) {
        if (random.nextInt(3) > 0) {
            return document;
        }
        int at = random.nextInt(document.length());
        String instead = random.nextBoolean() ? "" : "<>&'/ a\u0000".charAt(random.nextInt(8)) + "";
        return document.substring(0, at) + instead + document.substring(at + 1);
    }
}
