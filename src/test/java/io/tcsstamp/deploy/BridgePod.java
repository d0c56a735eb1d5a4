package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the kubelet would do for the pod of the base: volumes, mounts and environment. */
final class BridgePod {
    private final Kustomization base = Kustomization.base();
    private final Path work;
    private final PodSpec spec;

    BridgePod(Path work) throws IOException {
        this.work = work;
        this.spec = base.resource(Deployment.class).getSpec().getTemplate().getSpec();
    }

    /** What the base's config maps say, above what the image says. */
    Map<String, String> environment(Map<String, String> image) throws IOException {
        Map<String, String> variables = new TreeMap<>(image);
        for (EnvFromSource source : spec.getContainers().get(0).getEnvFrom()) {
            variables.putAll(base.generatedVariables(source.getConfigMapRef().getName()));
        }
        return variables;
    }

    /** {@code UID:GID}. */
    String user() {
        return spec.getSecurityContext().getRunAsUser()
                + ":"
                + spec.getSecurityContext().getRunAsGroup();
    }

    /** What the kubelet asks for. */
    List<HTTPGetAction> probes() {
        Container container = spec.getContainers().get(0);
        return Stream.of(
                        container.getStartupProbe(),
                        container.getLivenessProbe(),
                        container.getReadinessProbe())
                .map(Probe::getHttpGet)
                .toList();
    }

    /** How many bytes it may take. */
    long memoryLimit() {
        Quantity limit = spec.getContainers().get(0).getResources().getLimits().get("memory");
        return Quantity.getAmountInBytes(limit).longValueExact();
    }

    /** How long a stop may take. */
    Duration grace() {
        return Duration.ofSeconds(spec.getTerminationGracePeriodSeconds());
    }

    /** The options by which the volumes are mounted, and the root is read-only. */
    List<String> mounts() throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-r"));
        for (VolumeMount mount : spec.getContainers().get(0).getVolumeMounts()) {
            Volume volume =
                    spec.getVolumes().stream()
                            .filter(v -> v.getName().equals(mount.getName()))
                            .findFirst()
                            .orElseThrow();
            if (volume.getEmptyDir() != null) {
                options.addAll(List.of("-t", mount.getMountPath()));
            } else {
                Path from = content(volume);
                String part = mount.getSubPath() == null ? "" : mount.getSubPath();
                options.add("-b");
                options.add(from.resolve(part).toRealPath() + ":" + mount.getMountPath());
            }
        }
        return options;
    }

    /** Where the claimed volume is, outside. */
    Path data() {
        return work.resolve("data");
    }

    private Path content(Volume volume) throws IOException, InterruptedException {
        Path folder = work.resolve(volume.getName());
        if (Files.exists(folder)) {
            return folder;
        }
        Files.createDirectories(folder);
        if (volume.getPersistentVolumeClaim() != null) {
            // as fsGroup does it
            String group = ":" + spec.getSecurityContext().getFsGroup();
            assertThat(Tool.run("chown", group, folder.toString()).code()).isZero();
            assertThat(Tool.run("chmod", "2775", folder.toString()).code()).isZero();
        } else if (volume.getConfigMap() != null) {
            configMap(folder, base.generatedFiles(volume.getConfigMap().getName()));
        } else {
            // an optional secret that nobody made
            assertThat(volume.getSecret().getOptional()).isTrue();
        }
        return folder;
    }

    /** Files of a config map are links into a folder that is exchanged as a whole. */
    private static void configMap(Path folder, Map<String, Path> files) throws IOException {
        Path real = Files.createDirectories(folder.resolve("..2026_11_21_00_00_00.1"));
        Files.createSymbolicLink(folder.resolve("..data"), real.getFileName());
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Files.copy(file.getValue(), real.resolve(file.getKey()));
            Files.createSymbolicLink(
                    folder.resolve(file.getKey()), Path.of("..data", file.getKey()));
        }
    }
}
