package io.tcsstamp.definition.xtce.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tcsstamp.definition.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table and the published XSD, where it is at hand, say the same of random documents. */
class XsdAgreementTest {
    private static final int ROUNDS = Integer.getInteger("xtce.rounds", 100);

    private final Path xsd =
            Path.of(System.getProperty("conformance.dir", "../shared/conformance"))
                    .resolve("xtce/SpaceSystem.xsd");
    private final long seed = Long.getLong("xtce.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void needs_the_published_schema() {
        assumeTrue(Files.exists(xsd), () -> "no " + xsd);
    }

    @Test
    void documents_made_from_the_table_are_valid() throws Exception {
        SchemaFile schema = SchemaFile.loadWithKeys(xsd);
        RandomXtce made = new RandomXtce(random, List.of("x"));
        for (int i = 0; i < ROUNDS; i++) {
            agree(schema, made.document(), true);
        }
    }

    @Test
    void changed_documents_are_valid_for_both_or_for_none() throws Exception {
        SchemaFile schema = SchemaFile.loadWithKeys(xsd);
        RandomXtce made = new RandomXtce(random, names());
        for (int i = 0; i < ROUNDS; i++) {
            RandomXtce.Node root = made.document();
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                made.change(root);
            }
            agree(schema, root, false);
        }
    }

    @Test
    void names_given_twice_are_found_without_the_keys_of_the_schema() throws Exception {
        SchemaFile fast = SchemaFile.load(xsd);
        RandomXtce made = new RandomXtce(random, List.of("name"));
        for (int i = 0; i < ROUNDS; i++) {
            RandomXtce.Node root = made.document();
            made.repeat(root);
            agree(fast, root, false);
        }
    }

    private void agree(SchemaFile schema, RandomXtce.Node root, boolean valid) {
        StringBuilder text = new StringBuilder();
        root.write(text, "\n");
        String document = text.toString().strip();
        List<Problem> ours = XtceSchema.check(document, "d");
        List<Problem> theirs =
                schema.check(
                        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), "d");
        assertThat(ours.isEmpty())
                .as("-Dxtce.seed=%d%nours %s%ntheirs %s%n%s", seed, ours, theirs, document)
                .isEqualTo(theirs.isEmpty());
        if (valid) {
            assertThat(ours).as("-Dxtce.seed=%d%n%s", seed, document).isEmpty();
        }
    }

    /** Every name that the XSD knows. */
    private List<String> names() throws Exception {
        Set<String> names = new TreeSet<>();
        Matcher matcher =
                Pattern.compile("(?:element|attribute) name=\"(\\w+)\"")
                        .matcher(Files.readString(xsd));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return List.copyOf(names);
    }
}
