package dev.standing.manifests.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file kustomization.yaml, by the fields that are in use here. */
record Kustomization(
        String apiVersion,
        String kind,
        List<String> resources,
        @Nullable List<String> components,
        @Nullable List<Settings> configMapGenerator,
        @Nullable List<Patch> patches,
        @Nullable List<Labels> labels,
        @Nullable List<Image> images,
        @Nullable List<String> transformers) {

    /** A ConfigMap that is made of files: of those with a variable a line, and of those that are a value each. */
    record Settings(
            String name,
            @Nullable String behavior,
            @Nullable List<String> envs,
            @Nullable List<String> files,
            @Nullable Options options) {
        boolean merges() {
            return "merge".equals(behavior);
        }

        boolean isNamedByContent() {
            return options == null || !options.disableNameSuffixHash();
        }
    }

    record Options(boolean disableNameSuffixHash, Map<String, String> labels) {}

    /** RFC 6902 operations, in a file or where they stand, for each object that the target names. */
    record Patch(@Nullable String path, @Nullable String patch, Target target) {}

    /** Kind and name are regular expressions of the whole. */
    record Target(String kind, @Nullable String name) {
        boolean fits(ObjectNode object) {
            return object.path("kind").asText().matches(kind)
                    && (name == null
                            || object.path("metadata").path("name").asText().matches(name));
        }
    }

    record Labels(Map<String, String> pairs) {}

    record Image(
            String name,
            @Nullable String newName,
            @Nullable String newTag,
            @Nullable String digest) {
        /** Whether it is this one, whatever its version. */
        boolean is(String image) {
            return image.matches(Pattern.quote(name) + "(:[^/]+|@.+)?");
        }

        String of() {
            String where = Objects.requireNonNullElse(newName, name);
            return digest == null ? where + ":" + newTag : where + "@" + digest;
        }
    }
}
