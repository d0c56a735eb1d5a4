package io.tcsstamp.definition.xtce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.DefinitionPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents that have been damaged give a definition that holds together, or are refused. */
class MutationTest {
    private static final int ROUNDS = 1500;
    private static final String[] WORDS = {
        "",
        "0",
        "-1",
        "1",
        "8",
        "64",
        "65",
        "999999999999",
        "-9223372036854775808",
        "1e400",
        "NaN",
        "INF",
        "0x10",
        "true",
        "false",
        "U8",
        "MODE",
        "POINT.x",
        "POINT.rows[0][1]",
        "POINT[",
        "ROW",
        "HEADER",
        "NUMBERS",
        "/Probe/COUNT",
        "..",
        "../..",
        "/",
        "==",
        "<",
        "UTF-16",
        "outside",
        "é",
        "nextEntry",
        "packedBCD",
        "1,0",
        "2009-10-10"
    };
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|>[^<>]+<");
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z0-9]+)[^>]*>");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final String whole = Everything.document();

    @Test
    void a_damaged_document_never_gives_anything_but_a_definition_or_its_problems() {
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String document = whole;
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                document = mutated(document);
            }
            try {
                Definition definition = XtceReader.read(document, "d.xml");
                assertThat(DefinitionPrinter.print(definition)).startsWith(definition.name());
                HoldsTogether.check(definition);
                assertThat(Xtce.readTwice(document)).isEqualTo(definition);
                read++;
            } catch (DefinitionException e) {
                assertThat(e.problems()).hasSizeBetween(1, Problems.MAX + 1);
            } catch (Exception | AssertionError | StackOverflowError e) {
                fail("seed " + seed + ", round " + round + ":\n" + document, e);
            }
        }
        assertThat(read).as("seed %d: documents that were read", seed).isBetween(1, ROUNDS - 1);
    }

    private String mutated(String document) {
        return switch (random.nextInt(6)) {
            case 0 -> withoutElement(document);
            case 1 -> withElementTwice(document);
            case 2 -> withTagRenamed(document);
            case 3 -> withCharacter(document);
            default -> withValue(document);
        };
    }

    private Matcher any(Pattern pattern, String document) {
        List<Integer> starts = new ArrayList<>();
        Matcher matcher = pattern.matcher(document);
        while (matcher.find()) {
            starts.add(matcher.start());
        }
        boolean found =
                !starts.isEmpty() && matcher.find(starts.get(random.nextInt(starts.size())));
        return found ? matcher : null;
    }

    private String withValue(String document) {
        Matcher at = any(VALUE, document);
        if (at == null) {
            return document;
        }
        Matcher other = any(VALUE, document);
        String word =
                random.nextBoolean()
                        ? other.group().substring(1, other.group().length() - 1)
                        : WORDS[random.nextInt(WORDS.length)].replace("<", "&lt;");
        return document.substring(0, at.start() + 1) + word + document.substring(at.end() - 1);
    }

    private String withTagRenamed(String document) {
        Matcher at = any(TAG, document);
        Matcher other = any(TAG, document);
        return at == null
                ? document
                : document.replaceFirst(
                        "<" + at.group(1) + "([ />][^<]*)(</" + at.group(1) + ">)?",
                        "<" + other.group(1) + "$1");
    }

    /** From the start of a tag to the end of one of the same name. */
    private int[] element(String document) {
        Matcher at = any(TAG, document);
        if (at == null || at.group().startsWith("</")) {
            return new int[] {0, 0};
        }
        int end =
                at.group().endsWith("/>")
                        ? at.end()
                        : document.indexOf("</" + at.group(1) + ">", at.end())
                                + at.group(1).length()
                                + 3;
        return new int[] {at.start(), Math.max(at.end(), end)};
    }

    private String withoutElement(String document) {
        int[] span = element(document);
        return document.substring(0, span[0]) + document.substring(span[1]);
    }

    private String withElementTwice(String document) {
        int[] span = element(document);
        return document.substring(0, span[1]) + document.substring(span[0]);
    }

    private String withCharacter(String document) {
        int at = random.nextInt(document.length());
        char c = (char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000));
        return document.substring(0, at) + c + document.substring(at + random.nextInt(2));
    }
}
