package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests have no field that the cluster's API does not know, as files and rendered. */
class ManifestsTest {
    /**
     * What kustomize of kubectl 1.20 and of the newest both take, folders as resources left out.
     */
    private static final Set<String> FIELDS =
            Set.of(
                    "apiVersion",
                    "kind",
                    "namespace",
                    "bases",
                    "resources",
                    "configMapGenerator",
                    "patchesStrategicMerge",
                    "patchesJson6902");

    static Stream<Kustomization> kustomizations() throws IOException {
        return Kustomization.all();
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void the_files_fit_the_models(Kustomization kustomization) throws IOException {
        List<Manifest> manifests = kustomization.resources();

        assertThat(manifests).isNotEmpty();
        manifests.forEach(Manifest::check);
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void strategic_patches_fit_the_models(Kustomization kustomization) throws IOException {
        JsonNode patches = kustomization.file().path("patchesStrategicMerge");

        assertThat(patches).isNotEmpty();
        for (JsonNode patch : patches) {
            for (Manifest manifest :
                    StrictYaml.manifests(kustomization.folder().resolve(patch.asText()))) {
                if (manifest.isTyped()) {
                    manifest.check();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void what_kubectl_renders_fits_the_models(Kustomization kustomization) throws Exception {
        List<Manifest> rendered = kustomization.render();

        assertThat(rendered)
                .extracting(Manifest::kind)
                .contains(
                        "Deployment",
                        "ConfigMap",
                        "PersistentVolumeClaim",
                        "Service",
                        "NetworkPolicy",
                        "ServiceMonitor",
                        "PrometheusRule");
        rendered.forEach(Manifest::check);
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void only_what_old_and_new_kubectl_take_is_used(Kustomization kustomization)
            throws IOException {
        Set<String> used = new TreeSet<>();
        kustomization.file().fieldNames().forEachRemaining(used::add);

        assertThat(FIELDS).containsAll(used);
        for (JsonNode resource : kustomization.file().path("resources")) {
            assertThat(kustomization.folder().resolve(resource.asText())).isRegularFile();
        }
    }

    @Test
    void each_file_of_a_folder_is_used() throws IOException {
        for (Kustomization kustomization : Kustomization.all().toList()) {
            String text = Files.readString(kustomization.folder().resolve("kustomization.yaml"));
            try (Stream<Path> files = Files.walk(kustomization.folder())) {
                assertThat(files.filter(Files::isRegularFile))
                        .map(file -> kustomization.folder().relativize(file).toString())
                        .filteredOn(name -> !name.equals("kustomization.yaml"))
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(text).contains(name));
            }
        }
    }

    @Test
    void the_routes_are_those_that_ship() throws IOException {
        Map<String, Path> copies = Kustomization.base().generatedFiles("tcs-stamp-routes");

        try (Stream<Path> shipped = Files.list(Folders.project().resolve("routes"))) {
            for (Path route : shipped.toList()) {
                String name = route.getFileName().toString();
                assertThat(copies).as("k8s/base makes a config map of routes").containsKey(name);
                assertThat(copies.get(name))
                        .as("renew it by: cp routes/*.yaml k8s/base/routes/")
                        .hasSameTextualContentAs(route);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/spec",
                "/spec/template/spec",
                "/spec/template/spec/securityContext",
                "/spec/template/spec/containers/0",
                "/spec/template/spec/containers/0/livenessProbe/httpGet",
                "/spec/template/spec/containers/0/resources",
                "/spec/template/spec/volumes/0/configMap"
            })
    void a_misspelt_field_is_noticed_wherever_it_stands(String place) throws IOException {
        Manifest deployment = Kustomization.only(Kustomization.base().resources(), "Deployment");
        ((ObjectNode) deployment.tree().at(place)).put("misspelt", "x");

        assertThatThrownBy(deployment::check).hasMessageContaining("misspelt");
    }

    @Test
    void a_field_of_a_wrong_type_is_noticed() throws IOException {
        Manifest deployment = Kustomization.only(Kustomization.base().resources(), "Deployment");
        ((ObjectNode) deployment.tree().at("/spec")).put("replicas", "one");

        assertThatThrownBy(() -> deployment.as(Deployment.class)).hasMessageContaining("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ServiceMonitor", "PrometheusRule"})
    void a_misspelt_field_of_a_custom_resource_is_noticed(String kind) throws IOException {
        Manifest manifest = Kustomization.only(Kustomization.base().resources(), kind);
        ((ObjectNode) manifest.tree().at("/spec")).put("misspelt", "x");

        assertThatThrownBy(manifest::check).hasMessageContaining("misspelt");
    }
}
