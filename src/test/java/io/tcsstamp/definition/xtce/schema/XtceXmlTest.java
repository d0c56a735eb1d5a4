package io.tcsstamp.definition.xtce.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tcsstamp.definition.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XtceXmlTest {
    @Test
    void a_tag_is_found_where_it_begins() throws Exception {
        String document =
                """
                <?xml version="1.0"?>
                <!-- <no/> --><a
                  x='>'
                  y="1"
                >
                  text <b/><![CDATA[<no/>]]><?no <no/>?>
                    <c></c>
                </a>
                """;

        assertThat(tags(XtceXml.open(document, "d")))
                .containsExactly("a 2:15", "b 6:8", "/b 6:8", "c 7:5", "/c 7:8", "/a 8:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!--><a>-->", "<!---><a>-->", "<!----><!--a--><?a?>", "<?a >?>"})
    void odd_comments_and_instructions_do_not_lead_astray(String odd) throws Exception {
        assertThat(tags(XtceXml.open(odd + "<b/>", "d")))
                .containsExactly("b 1:" + (odd.length() + 1), "/b 1:" + (odd.length() + 1));
    }

    @Test
    void places_are_right_in_random_documents() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            List<String> expected = new ArrayList<>();
            String document = random(random, expected);
            assertThat(tags(XtceXml.open(document, "d"))).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static String random(Random random, List<String> expected) {
        String[] between = {
            "\n",
            "\r\n",
            "\r",
            " ",
            "t &amp; ",
            "&#10;",
            "\u00e9",
            "\ud83d\ude00",
            "<!-- <c> -->",
            "<![CDATA[<a>]]>",
            "<?pi <q> ?>",
            ">",
            "]]",
            "--"
        };
        StringBuilder text = new StringBuilder("<r>");
        expected.add("r 1:1");
        int size = random.nextInt(400);
        for (int i = 0; i < size; i++) {
            text.append(between[random.nextInt(between.length)]).append(' ');
            String start = "e" + i + place(text);
            expected.add(start);
            text.append("<e").append(i);
            for (int a = random.nextInt(3); a > 0; a--) {
                text.append(between[random.nextInt(4)]).append(" a").append(a).append("=\"/>");
                text.append("v".repeat(random.nextInt(9) == 0 ? random.nextInt(3000) : 3))
                        .append("'\"");
            }
            if (random.nextBoolean()) {
                expected.add("/" + start);
                text.append("/>");
            } else {
                text.append('>');
                expected.add("/e" + i + place(text));
                text.append("</e").append(i).append('>');
            }
        }
        expected.add("/r" + place(text));
        return text.append("</r>").toString();
    }

    private static String place(CharSequence text) {
        String[] lines = text.toString().split("\r\n|\r|\n", -1);
        return " " + lines.length + ":" + (lines[lines.length - 1].length() + 1);
    }

    private static List<String> tags(XtceXmlReader xml) throws XMLStreamException {
        List<String> tags = new ArrayList<>();
        try (xml) {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT
                        || event == XMLStreamReader.END_ELEMENT) {
                    String end = event == XMLStreamReader.END_ELEMENT ? "/" : "";
                    String place = xml.location().line() + ":" + xml.location().column();
                    tags.add(end + xml.getLocalName() + " " + place);
                }
            }
        }
        return tags;
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false",
        "UTF-8, true",
        "UTF-16LE, true",
        "UTF-16BE, true",
        "UTF-16LE, false",
        "UTF-32BE, true",
        "UTF-32LE, false",
        "ISO-8859-1, false",
        "windows-1252, false"
    })
    void every_usual_encoding_is_read(String name, boolean mark) throws Exception {
        Charset charset = Charset.forName(name);
        String document =
                (mark ? "\ufeff" : "")
                        + "<?xml version='1.0' encoding='"
                        + name
                        + "'?><a b='\u00e9'/>";

        try (XtceXmlReader xml =
                XtceXml.open(new ByteArrayInputStream(document.getBytes(charset)), "d")) {
            xml.nextTag();
            assertThat(xml.getAttributeValue(0)).isEqualTo("\u00e9");
        }
    }

    @Test
    void bytes_that_are_not_of_the_encoding_are_a_problem_with_a_place() {
        byte[] bytes = "<a>\n  <b>\u00e9</b></a>".getBytes(StandardCharsets.ISO_8859_1);

        Problem problem = problem(new ByteArrayInputStream(bytes));

        assertThat(problem.code()).isEqualTo("MALFORMED_XML");
        assertThat(problem.location()).hasToString("d:2:6");
        assertThat(problem.message()).contains("encoding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a> | DOCTYPE_NOT_ALLOWED | DOCTYPE",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/> | DOCTYPE_NOT_ALLOWED | DOCTYPE",
                "<a>&x;</a> | MALFORMED_XML | entity",
                "<a><b></a> | MALFORMED_XML | b",
                "<a> | MALFORMED_XML | a",
                "<x:a/> | MALFORMED_XML | prefix of the element x:a is not declared; add xmlns:x=",
                "<a xsi:b='1'/> | MALFORMED_XML | add"
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-i",
                "<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/> | MALFORMED_XML | b",
                "<a xmlns:p=''/> | MALFORMED_XML | p declares an empty namespace",
                "PK34 | MALFORMED_XML | not an XML document",
                "'' | MALFORMED_XML | ''",
            })
    void refused_documents_say_why(String document, String code, String word) {
        Problem problem =
                problem(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).contains(word).doesNotContain("w3.org/TR");
        assertThat(problem.location().line()).isEqualTo(1);
    }

    @Test
    void depth_is_limited() {
        Problem problem = problem(new ByteArrayInputStream("<a>".repeat(100_000).getBytes()));

        assertThat(problem.code()).isEqualTo("XML_TOO_LARGE");
        assertThat(problem.message()).contains("256");
        assertThat(problem.location().column()).isEqualTo(1 + 3 * XtceXml.MAX_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a b='", "<!--", "<?a "})
    void a_tag_without_end_does_not_fill_the_memory(String begin) {
        Endless bytes = new Endless(begin);

        Problem problem = problem(bytes);

        assertThat(problem.code()).isEqualTo("XML_TOO_LARGE");
        assertThat(bytes.read).isLessThan(XtceXml.MAX_TAG * 2L);
    }

    @Test
    void text_without_end_does_not_fill_the_memory() throws Exception {
        try (XtceXmlReader xml = XtceXml.open(new Endless("<a>"), "d")) {
            xml.nextTag();
            XMLStreamException failure =
                    catchThrowableOfType(XMLStreamException.class, xml::getElementText);
            assertThat(XtceXml.problem(failure, "d").code()).isEqualTo("XML_TOO_LARGE");
        }
    }

    @Test
    void text_is_read_through_comments(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("d.xml");
        Files.writeString(file, "<a>1<!-- x -->2<![CDATA[3]]><?p x?>4</a>");

        try (XtceXmlReader xml = XtceXml.open(file)) {
            xml.nextTag();
            assertThat(xml.getElementText()).isEqualTo("1234");
        }
    }

    @Test
    void a_missing_file_is_a_problem() {
        IOException failure =
                catchThrowableOfType(IOException.class, () -> XtceXml.open(Path.of("no-such.xml")));

        assertThat(XtceXml.problem(failure, "no-such.xml"))
                .hasToString(
                        "no-such.xml: error: cannot be read: there is no such file (IO_ERROR)");
    }

    private static Problem problem(InputStream bytes) {
        XMLStreamException failure =
                catchThrowableOfType(
                        XMLStreamException.class,
                        () -> {
                            try (XtceXmlReader xml = XtceXml.open(bytes, "d")) {
                                while (xml.hasNext()) {
                                    xml.next();
                                }
                            }
                        });
        return XtceXml.problem(failure, "d");
    }

    /** A beginning, then the letter x for ever. */
    private static final class Endless extends InputStream {
        private final byte[] begin;
        private long read;

        Endless(String begin) {
            this.begin = begin.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return read < begin.length ? begin[(int) read++] : (read++ & 63) == 0 ? ' ' : 'x';
        }
    }
}
