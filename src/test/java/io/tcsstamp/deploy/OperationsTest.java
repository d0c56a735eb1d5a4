package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tcsstamp.it.Folders;
import io.tcsstamp.it.Readme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the document about operations names is there, and its examples are right. */
class OperationsTest {
    private static final Path DOCUMENT = Path.of("docs", "operations.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern FILE =
            Pattern.compile("`((?:k8s|docs|systemd|routes)/[\\w./-]*)`");

    @Test
    void its_links_lead_somewhere() throws IOException {
        Path file = Folders.project().resolve(DOCUMENT);
        Matcher link = LINK.matcher(Files.readString(file));
        int found = 0;
        while (link.find()) {
            Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1));
            assertThat(target).as(link.group()).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).as(link.group()).contains(link.group(2));
            }
            found++;
        }
        assertThat(found).isPositive();
    }

    @Test
    void the_files_that_it_names_are_there() throws IOException {
        Matcher file = FILE.matcher(Files.readString(Folders.project().resolve(DOCUMENT)));
        List<String> found = new ArrayList<>();
        while (file.find()) {
            assertThat(Folders.project().resolve(file.group(1))).exists();
            found.add(file.group(1));
        }
        assertThat(found).contains("k8s/base", "k8s/overlays/example-site");
    }

    @Test
    void the_pod_that_copies_a_spool_fits_its_model_and_the_claim() throws IOException {
        Manifest pod =
                Kustomization.only(StrictYaml.manifests(DOCUMENT.toString(), yaml("v1")), "Pod");

        pod.check();
        assertThat(pod.tree().at("/spec/volumes/0/persistentVolumeClaim/claimName").asText())
                .isEqualTo(
                        Kustomization.only(
                                        Kustomization.base().resources(), "PersistentVolumeClaim")
                                .name());
    }

    @Test
    void promtool_takes_the_example_for_prometheus(@TempDir Path folder) throws Exception {
        assumeTrue(Tool.exists("promtool"), "skipped, no promtool is installed here");
        Files.writeString(folder.resolve("prometheus.yml"), yaml("scrape_configs"));
        Files.writeString(
                folder.resolve("tcs-stamp-rules.yaml"),
                StrictYaml.MAPPER.writeValueAsString(AlertRule.spec()));

        Tool.Result result = Tool.run(folder, "promtool", "check", "config", "prometheus.yml");

        assertThat(result.code()).as(result.both()).isZero();
    }

    private static String yaml(String text) throws IOException {
        return Readme.blocks(DOCUMENT).stream()
                .filter(block -> block.language().equals("yaml"))
                .map(Readme.Block::text)
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> anchors(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();
    }
}
