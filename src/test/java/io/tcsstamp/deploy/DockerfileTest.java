package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.tcsstamp.deploy.Dockerfile.Instruction;
import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Dockerfile fits the manifests and the project, and takes nothing from the network. */
class DockerfileTest {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private final Dockerfile file;

    DockerfileTest() throws IOException {
        file = Dockerfile.read();
    }

    @Test
    void it_takes_the_archive_of_the_distribution_and_nothing_else() {
        assertThat(file.instructions())
                .filteredOn(instruction -> instruction.keyword().matches("COPY|ADD"))
                .extracting(Instruction::arguments)
                .containsExactly(
                        "target/tcs-stamp-*.tar.gz /tmp/tcs-stamp.tar.gz",
                        "--from=unpacked /opt/tcs-stamp /opt/tcs-stamp");
    }

    @Test
    void the_archive_is_not_ignored() throws IOException {
        assertThat(Files.readAllLines(Folders.project().resolve(".dockerignore")))
                .contains("*", "!target/tcs-stamp-*.tar.gz");
    }

    @Test
    void no_step_needs_the_network() {
        assertThat(file.instructions())
                .filteredOn(instruction -> instruction.keyword().equals("RUN"))
                .isNotEmpty()
                .noneMatch(run -> run.arguments().matches(".*(apt|apk|curl|wget|https?:|\\|).*"));
    }

    @Test
    void all_stages_stand_on_a_java_runtime() {
        assertThat(file.instructions().get(0).variables())
                .containsEntry("JRE", "eclipse-temurin:17-jre");
        assertThat(file.instructions())
                .filteredOn(instruction -> instruction.keyword().equals("FROM"))
                .allMatch(from -> from.arguments().startsWith("${JRE}"));
    }

    @Test
    void its_user_and_ports_are_those_of_the_pod() throws IOException {
        PodSpec pod = pod();

        assertThat(file.last("USER").arguments())
                .isEqualTo(
                        pod.getSecurityContext().getRunAsUser()
                                + ":"
                                + pod.getSecurityContext().getRunAsGroup());
        assertThat(file.last("EXPOSE").arguments())
                .isEqualTo(ClusterProperties.defaults().get("management.port"));
        assertThat(pod.getContainers().get(0).getVolumeMounts())
                .extracting("mountPath")
                .contains(file.last("VOLUME").arguments(), "/tmp");
    }

    @Test
    void what_it_runs_needs_no_shell_to_be_named() {
        assertThat(file.last("ENTRYPOINT").elements())
                .isEqualTo(List.of("/opt/tcs-stamp/tcs-stamp"));
    }

    @Test
    void the_version_is_the_projects() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Folders.project().resolve("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(file.last("LABEL").variables())
                .containsEntry("org.opencontainers.image.version", version.group(1));
        assertThat(pod().getContainers().get(0).getImage())
                .isEqualTo("tcs-stamp:" + version.group(1));
    }

    private static PodSpec pod() throws IOException {
        return Kustomization.base().resource(Deployment.class).getSpec().getTemplate().getSpec();
    }
}
