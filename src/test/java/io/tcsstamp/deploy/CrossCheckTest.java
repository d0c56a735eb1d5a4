package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one object says of another is so; in what kubectl renders. */
class CrossCheckTest {
    private static final String NAME = "app.kubernetes.io/name";

    static Stream<Kustomization> kustomizations() throws IOException {
        return Kustomization.all();
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void selectors_choose_the_pod(Kustomization kustomization) throws Exception {
        List<Manifest> all = kustomization.render();
        Deployment deployment = typed(all, Deployment.class);
        Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
        Service service = typed(all, Service.class);
        NetworkPolicy policy = typed(all, NetworkPolicy.class);

        assertThat(labels).containsKey(NAME);
        assertThat(labels)
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
                .containsAllEntriesOf(service.getSpec().getSelector())
                .containsAllEntriesOf(policy.getSpec().getPodSelector().getMatchLabels());
        JsonNode monitor = Kustomization.only(all, "ServiceMonitor").tree().get("spec");
        assertThat(service.getMetadata().getLabels())
                .containsAllEntriesOf(labels(monitor.at("/selector/matchLabels")));
        assertThat(service.getSpec().getPorts())
                .extracting("name")
                .contains(monitor.at("/endpoints/0/port").asText());
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void all_are_in_one_namespace(Kustomization kustomization) throws Exception {
        assertThat(kustomization.render())
                .filteredOn(manifest -> !manifest.kind().equals("Namespace"))
                .extracting(manifest -> manifest.tree().at("/metadata/namespace").asText())
                .containsOnly(kustomization.file().path("namespace").asText());
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void ports_are_those_of_the_properties(Kustomization kustomization) throws Exception {
        List<Manifest> all = kustomization.render();
        Container container = container(all);
        ContainerPort port = container.getPorts().get(0);
        Service service = typed(all, Service.class);
        NetworkPolicy policy = typed(all, NetworkPolicy.class);

        assertThat(container.getPorts()).hasSize(1);
        assertThat(port.getName()).isEqualTo("management");
        assertThat(port.getContainerPort().toString())
                .isEqualTo(ClusterProperties.read().get("management.port"))
                .isEqualTo(ClusterProperties.defaults().get("management.port"));
        assertThat(service.getSpec().getPorts().get(0).getPort())
                .isEqualTo(port.getContainerPort());
        assertThat(service.getSpec().getPorts().get(0).getTargetPort().getStrVal())
                .isEqualTo(port.getName());
        assertThat(policy.getSpec().getIngress().get(0).getPorts().get(0).getPort().getStrVal())
                .isEqualTo(port.getName());
        for (Probe probe :
                List.of(
                        container.getStartupProbe(),
                        container.getLivenessProbe(),
                        container.getReadinessProbe())) {
            assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo(port.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void what_is_mounted_exists(Kustomization kustomization) throws Exception {
        List<Manifest> all = kustomization.render();
        PodSpec pod = pod(all);
        List<String> configMaps = names(all, "ConfigMap");
        List<String> wanted = new ArrayList<>();
        for (Volume volume : pod.getVolumes()) {
            if (volume.getConfigMap() != null) {
                wanted.add(volume.getConfigMap().getName());
            }
            if (volume.getPersistentVolumeClaim() != null) {
                assertThat(volume.getPersistentVolumeClaim().getClaimName())
                        .isIn(names(all, "PersistentVolumeClaim"));
            }
            if (volume.getSecret() != null) {
                // made by hand
                assertThat(volume.getSecret().getOptional()).isTrue();
            }
        }
        for (EnvFromSource source : container(all).getEnvFrom()) {
            wanted.add(source.getConfigMapRef().getName());
        }

        assertThat(container(all).getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(
                        pod.getVolumes().stream().map(Volume::getName).toList());
        assertThat(wanted).hasSize(3);
        assertThat(configMaps).containsAll(wanted);
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void the_pod_has_no_rights_that_it_does_not_need(Kustomization kustomization) throws Exception {
        List<Manifest> all = kustomization.render();
        PodSpec pod = pod(all);
        var security = container(all).getSecurityContext();

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getFsGroup())
                .isEqualTo(pod.getSecurityContext().getRunAsGroup());
        assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                .isEqualTo("RuntimeDefault");
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getPrivileged()).isNull();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(security.getCapabilities().getAdd()).isEmpty();
        assertThat(pod.getHostNetwork()).isNull();
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void there_is_one_pod_that_is_given_time_to_stop(Kustomization kustomization) throws Exception {
        Deployment deployment = typed(kustomization.render(), Deployment.class);
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        long longest = Long.parseLong(ClusterProperties.read().get("shutdown.timeout")) + 5;

        assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
        assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(longest);
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void the_volume_and_the_memory_suffice(Kustomization kustomization) throws Exception {
        List<Manifest> all = kustomization.render();
        PersistentVolumeClaim claim = typed(all, PersistentVolumeClaim.class);
        Map<String, Quantity> limits = container(all).getResources().getLimits();
        Map<String, Quantity> requests = container(all).getResources().getRequests();
        Map<String, String> properties = ClusterProperties.read();
        long needed =
                Long.parseLong(properties.get("spool.max-bytes")) * 6 / 5
                        + Long.parseLong(properties.get("quarantine.max-bytes"));

        assertThat(claim.getSpec().getAccessModes()).containsExactly("ReadWriteOnce");
        assertThat(bytes(claim.getSpec().getResources().getRequests().get("storage")))
                .isGreaterThan(BigDecimal.valueOf(needed));
        assertThat(bytes(requests.get("memory"))).isLessThanOrEqualTo(bytes(limits.get("memory")));
        assertThat(bytes(limits.get("memory"))).isGreaterThan(BigDecimal.valueOf(256 << 20));
    }

    private static BigDecimal bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }

    private static <T> T typed(List<Manifest> all, Class<T> model) {
        return Kustomization.only(all, model.getSimpleName()).as(model);
    }

    private static PodSpec pod(List<Manifest> all) {
        return typed(all, Deployment.class).getSpec().getTemplate().getSpec();
    }

    private static Container container(List<Manifest> all) {
        assertThat(pod(all).getContainers()).hasSize(1);
        return pod(all).getContainers().get(0);
    }

    private static List<String> names(List<Manifest> all, String kind) {
        return all.stream().filter(m -> m.kind().equals(kind)).map(Manifest::name).toList();
    }

    private static Map<String, String> labels(JsonNode node) {
        return StrictYaml.MAPPER.convertValue(
                node,
                StrictYaml.MAPPER
                        .getTypeFactory()
                        .constructMapType(Map.class, String.class, String.class));
    }
}
