package io.tcsstamp.deploy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads YAML so that a misspelt field, or one that stands twice, is an error. Stateless. */
final class StrictYaml {
    static final ObjectMapper MAPPER =
            new ObjectMapper(new YAMLFactory())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .setAnnotationIntrospector(new WithoutAdditionalProperties());

    private StrictYaml() {}

    /** The models take any field as an "additional property", which would hide what is misspelt. */
    private static final class WithoutAdditionalProperties extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }
    }

    /** The documents of a file. */
    static List<Manifest> manifests(Path file) throws IOException {
        return manifests(file.toString(), Files.readString(file));
    }

    /** The documents of a text. */
    static List<Manifest> manifests(String place, String text) throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(text)) {
            while (documents.hasNext()) {
                JsonNode tree = documents.next();
                manifests.add(new Manifest(place + ", document " + (manifests.size() + 1), tree));
            }
        }
        return manifests;
    }

    /** A file with one document. */
    static JsonNode tree(Path file) throws IOException {
        return MAPPER.readTree(Files.readString(file));
    }
}
