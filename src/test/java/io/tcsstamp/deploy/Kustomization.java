package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder that kustomize renders: base or overlay. Immutable. */
record Kustomization(Path folder) {
    static final Path K8S = Folders.project().resolve("k8s");

    static Kustomization base() {
        return new Kustomization(K8S.resolve("base"));
    }

    /** Those of the sites. */
    static List<Kustomization> overlays() throws IOException {
        try (Stream<Path> folders = Files.list(K8S.resolve("overlays"))) {
            return folders.sorted().map(Kustomization::new).toList();
        }
    }

    static Stream<Kustomization> all() throws IOException {
        return Stream.concat(Stream.of(base()), overlays().stream());
    }

    /** What it says. */
    JsonNode file() throws IOException {
        return StrictYaml.tree(folder.resolve("kustomization.yaml"));
    }

    /** The objects of the files that it names as resources. */
    List<Manifest> resources() throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        for (JsonNode file : file().path("resources")) {
            manifests.addAll(StrictYaml.manifests(folder.resolve(file.asText())));
        }
        return manifests;
    }

    /** One of them. */
    <T> T resource(Class<T> model) throws IOException {
        return only(resources(), model.getSimpleName()).as(model);
    }

    /** The files that go into a config map, by the name that they get there. */
    Map<String, Path> generatedFiles(String configMap) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (JsonNode file : generator(configMap).path("files")) {
            Path path = folder.resolve(file.asText());
            files.put(path.getFileName().toString(), path);
        }
        return files;
    }

    /** The variables that go into a config map. */
    Map<String, String> generatedVariables(String configMap) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        for (JsonNode literal : generator(configMap).path("literals")) {
            String[] parts = literal.asText().split("=", 2);
            variables.put(parts[0], parts[1]);
        }
        return variables;
    }

    private JsonNode generator(String configMap) throws IOException {
        for (JsonNode generator : file().path("configMapGenerator")) {
            if (generator.path("name").asText().equals(configMap)) {
                return generator;
            }
        }
        throw new AssertionError(this + " makes no config map " + configMap);
    }

    /** What kubectl makes of it; skips the test where there is no kubectl. */
    List<Manifest> render() throws IOException, InterruptedException {
        assumeTrue(Tool.exists("kubectl"), "skipped, no kubectl is installed here");
        Tool.Result rendered = Tool.run("kubectl", "kustomize", folder.toString());
        assertThat(rendered.code()).as("kubectl kustomize: %s", rendered.errors()).isZero();
        return StrictYaml.manifests("rendered " + this, rendered.output());
    }

    /** The only one of a kind. */
    static Manifest only(List<Manifest> manifests, String kind) {
        List<Manifest> found = manifests.stream().filter(m -> m.kind().equals(kind)).toList();
        assertThat(found).as(kind).hasSize(1);
        return found.get(0);
    }

    @Override
    public String toString() {
        return Folders.project().relativize(folder).toString();
    }
}
