package io.tcsstamp.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;

/**
 * One object of the cluster's API as it was read: its place, and its text as a tree. Immutable.
 *
 * @param place the file, or what rendered it, and the number of the document in it
 */
record Manifest(String place, JsonNode tree) {
    /** What is read into typed models; everything else must be one of {@link CustomResource}. */
    private static final Map<String, Class<?>> MODELS =
            Map.of(
                    "v1 Namespace", Namespace.class,
                    "v1 Pod", Pod.class,
                    "v1 ConfigMap", ConfigMap.class,
                    "v1 PersistentVolumeClaim", PersistentVolumeClaim.class,
                    "v1 Service", Service.class,
                    "apps/v1 Deployment", Deployment.class,
                    "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);

    /** Its version and kind, such as {@code apps/v1 Deployment}. */
    String type() {
        return tree.path("apiVersion").asText() + " " + tree.path("kind").asText();
    }

    String kind() {
        return tree.path("kind").asText();
    }

    String name() {
        return tree.path("metadata").path("name").asText();
    }

    boolean isTyped() {
        return MODELS.containsKey(type());
    }

    /** The typed model; fails where a field is none of its own. */
    <T> T as(Class<T> model) {
        if (MODELS.get(type()) != model) {
            throw new AssertionError(this + " is not a " + model.getSimpleName());
        }
        try {
            return StrictYaml.MAPPER.treeToValue(tree, model);
        } catch (JsonProcessingException e) {
            throw new AssertionError(this + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Fails where it has a field that its model does not know. */
    void check() {
        if (isTyped()) {
            as(MODELS.get(type()));
        } else {
            CustomResource.check(this);
        }
    }

    @Override
    public String toString() {
        return place + " (" + type() + " " + name() + ")";
    }
}
