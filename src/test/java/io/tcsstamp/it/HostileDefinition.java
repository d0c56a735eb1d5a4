package io.tcsstamp.it;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Definition files that nobody should write: each is valid XTCE but for what its name says. */
enum HostileDefinition {
    BILLION_LAUGHS("DOCTYPE") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            to.write("<?xml version=\"1.0\"?>\n<!DOCTYPE SpaceSystem [<!ENTITY a0 \"ha\">");
            for (int i = 1; i < 40; i++) {
                to.write("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
            }
            to.write("]>\n<SpaceSystem name=\"&a39;\" xmlns=\"" + NAMESPACE + "\"/>");
        }
    },
    EXTERNAL_ENTITY("DOCTYPE") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            Path secret = folder.resolve("secret.txt");
            Files.writeString(secret, SECRET);
            to.write(
                    "<!DOCTYPE s [<!ENTITY secret SYSTEM \"%s\">]>\n".formatted(secret.toUri())
                            + "<SpaceSystem name=\"S\" xmlns=\"%s\">".formatted(NAMESPACE)
                            + "<LongDescription>&secret;</LongDescription></SpaceSystem>");
        }
    },
    EXTERNAL_DTD("DOCTYPE") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            to.write("<!DOCTYPE SpaceSystem SYSTEM \"http://127.0.0.1:9/x.dtd\">\n");
            document(to, "", "", "");
        }
    },
    DEEPLY_NESTED("deep|nest|level") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            for (int i = 0; i < 1_000_000; i++) {
                to.write("<SpaceSystem name=\"S\" xmlns=\"" + NAMESPACE + "\">\n");
            }
        }
    },
    HUGE_ATTRIBUTE("large|long|limit|bytes|characters") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            to.write("<SpaceSystem xmlns=\"" + NAMESPACE + "\" name=\"");
            fill(to, "name", LARGE);
            to.write("\"/>");
        }
    },
    HUGE_TEXT("large|long|limit|bytes|characters") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            to.write("<SpaceSystem name=\"S\" xmlns=\"" + NAMESPACE + "\"><LongDescription>");
            fill(to, "text ", LARGE);
            to.write("</LongDescription></SpaceSystem>");
        }

        /** The reader passes over the description of the whole, however long. */
        @Override
        List<String> commands() {
            return List.of("validate");
        }
    },
    MILLIONS_OF_PARAMETERS("large|many|limit|memory") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            to.write("<SpaceSystem name=\"S\" xmlns=\"" + NAMESPACE + "\"><TelemetryMetaData>");
            to.write("<ParameterTypeSet>" + U8 + "</ParameterTypeSet><ParameterSet>\n");
            for (int i = 0; i < LARGE / 50; i++) {
                to.write("<Parameter name=\"P%07d\" parameterTypeRef=\"U8\"/>\n".formatted(i));
            }
            to.write("</ParameterSet></TelemetryMetaData></SpaceSystem>");
        }
    },
    CONTAINER_IS_ITS_OWN_BASE("cycle|circular|itself") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            document(to, U8, P, container("A", "", base("A")));
        }
    },
    BASES_IN_A_CIRCLE("cycle|circular|itself") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            document(
                    to,
                    U8,
                    P,
                    container("A", "", base("C"))
                            + container("B", "", base("A"))
                            + container("C", "", base("B")));
        }
    },
    CONTAINERS_IN_EACH_OTHER("cycle|circular|itself") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            document(
                    to,
                    U8,
                    P,
                    container("A", "<ContainerRefEntry containerRef=\"B\"/>", "")
                            + container("B", "<ContainerRefEntry containerRef=\"A\"/>", ""));
        }
    },
    DOUBLED_FORTY_TIMES("large|many|limit|parts|million") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            StringBuilder containers = new StringBuilder(container("C0", entry("P"), ""));
            for (int i = 1; i <= 40; i++) {
                String inner = "<ContainerRefEntry containerRef=\"C%d\"/>".formatted(i - 1);
                containers.append(container("C" + i, inner + inner, ""));
            }
            document(to, U8, P, containers.toString());
        }
    },
    A_CHAIN_OF_BASES("deep|long|chain|limit") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            StringBuilder containers = new StringBuilder(container("C0", entry("P"), ""));
            for (int i = 1; i <= 100_000; i++) {
                containers.append(container("C" + i, "", base("C" + (i - 1))));
            }
            document(to, U8, P, containers.toString());
        }
    },
    NEGATIVE_SIZE("-8|negative|sizeInBits") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            document(to, U8.replace("\"8\"", "\"-8\""), P, container("A", entry("P"), ""));
        }
    },
    NEGATIVE_FIXED_SIZE("-8|negative") {
        @Override
        void write(Writer to, Path folder) throws IOException {
            document(to, binary("<FixedValue>-8</FixedValue>"), P, container("A", entry("P"), ""));
        }
    };

    static final String SECRET = "nobody shall see this";

    static final int LARGE = Boolean.getBoolean("fault.long") ? 100_000_000 : 20_000_000;

    private static final String NAMESPACE = "http://www.omg.org/spec/XTCE/20180204";
    private static final String U8 =
            "<IntegerParameterType name=\"U8\" signed=\"false\">"
                    + "<IntegerDataEncoding sizeInBits=\"8\"/></IntegerParameterType>";
    private static final String P = "<Parameter name=\"P\" parameterTypeRef=\"U8\"/>";

    private final String words;

    HostileDefinition(String words) {
        this.words = words;
    }

    /** Words of which the message has to hold one, as a pattern. */
    String words() {
        return words;
    }

    /** What refuses it. */
    List<String> commands() {
        return List.of("validate", "parse");
    }

    abstract void write(Writer to, Path folder) throws IOException;

    /** Writes it into a folder. */
    Path file(Path folder) throws IOException {
        Path file = folder.resolve(name().toLowerCase(Locale.ROOT) + ".xml");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            write(writer, folder);
        }
        return file;
    }

    static void document(Writer to, String types, String parameters, String containers)
            throws IOException {
        to.write(
                """
                <SpaceSystem name="S" xmlns="%s"><TelemetryMetaData>
                <ParameterTypeSet>%s</ParameterTypeSet>
                <ParameterSet>%s</ParameterSet>
                <ContainerSet>%s</ContainerSet>
                </TelemetryMetaData></SpaceSystem>
                """
                        .formatted(NAMESPACE, types, parameters, containers));
    }

    static String binary(String size) {
        return """
        <BinaryParameterType name="U8"><BinaryDataEncoding><SizeInBits>%s</SizeInBits>
        </BinaryDataEncoding></BinaryParameterType>
        """
                .formatted(size);
    }

    static String container(String name, String entries, String base) {
        return "<SequenceContainer name=\"%s\"><EntryList>%s</EntryList>%s</SequenceContainer>\n"
                .formatted(name, entries, base);
    }

    static String entry(String parameter) {
        return "<ParameterRefEntry parameterRef=\"" + parameter + "\"/>";
    }

    private static String base(String container) {
        return "<BaseContainer containerRef=\"" + container + "\"/>";
    }

    private static void fill(Writer to, String text, int length) throws IOException {
        for (int written = 0; written < length; written += text.length()) {
            to.write(text);
        }
    }
}
