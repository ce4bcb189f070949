package dev.standing.manifests.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.manifests.render.Kustomization.Image;
import dev.standing.manifests.render.Kustomization.Labels;
import dev.standing.manifests.render.Kustomization.Patch;
import dev.standing.manifests.render.Kustomization.Settings;
import io.fabric8.zjsonpatch.JsonPatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders a folder with a kustomization.yaml, as {@code kubectl kustomize} does, where a JDK is all there is. */
public final class Kustomize {
    private final List<ObjectNode> objects = new ArrayList<>();
    private final Map<String, ObjectNode> maps = new LinkedHashMap<>();
    private final Set<String> namedByContent = new LinkedHashSet<>();

    private Kustomize() {}

    /** The objects of a folder, ready to be applied. */
    public static List<ObjectNode> render(Path folder) {
        Kustomize result = new Kustomize();
        result.add(folder);
        result.namedByContent.forEach(name -> result.nameByContent(result.maps.get(name)));
        return result.objects;
    }

    private void add(Path folder) {
        Kustomization file = Yaml.read(folder.resolve("kustomization.yaml"), Kustomization.class);
        for (String resource : file.resources()) {
            Path path = folder.resolve(resource);
            if (Files.isDirectory(path)) {
                add(path);
            } else {
                objects.addAll(Yaml.documents(Yaml.text(path)));
            }
        }
        each(file.configMapGenerator(), generator -> generate(generator, folder));
        each(file.components(), component -> add(folder.resolve(component)));
        each(file.patches(), patch -> patch(patch, folder));
        each(file.labels(), this::label);
        each(file.images(), this::setImage);
        each(file.transformers(), text -> Yaml.value(text, NamespaceTransformer.class)
                .transform(objects));
    }

    private static <T> void each(@Nullable List<T> items, java.util.function.Consumer<T> work) {
        Objects.requireNonNullElse(items, List.<T>of()).forEach(work);
    }

    private void generate(Settings generator, Path folder) {
        Map<String, String> data = new LinkedHashMap<>();
        each(generator.envs(), file -> Yaml.text(folder.resolve(file))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(pair -> data.put(pair[0], pair[1])));
        each(generator.files(), file -> {
            Path path = folder.resolve(file);
            data.put(path.getFileName().toString(), Yaml.text(path));
        });
        ObjectNode known = maps.get(generator.name());
        if (generator.merges() == (known == null)) {
            throw new IllegalArgumentException(
                    "ConfigMap " + generator.name() + ": merge is for what is there already");
        }
        ObjectNode map = known == null ? configMap(generator) : known;
        data.forEach(map.withObjectProperty("data")::put);
    }

    private ObjectNode configMap(Settings generator) {
        ObjectNode map = Yaml.object();
        map.put("apiVersion", "v1").put("kind", "ConfigMap");
        ObjectNode metadata = map.withObjectProperty("metadata").put("name", generator.name());
        if (generator.options() != null) {
            generator.options().labels().forEach(metadata.withObjectProperty("labels")::put);
        }
        maps.put(generator.name(), map);
        objects.add(map);
        if (generator.isNamedByContent()) {
            namedByContent.add(generator.name());
        }
        return map;
    }

    private void patch(Patch patch, Path folder) {
        String text = patch.patch() != null
                ? patch.patch()
                : Yaml.text(folder.resolve(Objects.requireNonNull(patch.path(), "path or patch")));
        JsonNode operations = Yaml.value(text, JsonNode.class);
        boolean met = false;
        for (ObjectNode object : objects) {
            if (patch.target().fits(object)) {
                ObjectNode patched = (ObjectNode) JsonPatch.apply(operations, object);
                object.removeAll();
                object.setAll(patched);
                met = true;
            }
        }
        if (!met) {
            throw new IllegalArgumentException(patch + " fits nothing");
        }
    }

    private void label(Labels labels) {
        for (ObjectNode object : objects) {
            ObjectNode all = object.withObjectProperty("metadata").withObjectProperty("labels");
            labels.pairs().forEach(all::put);
        }
    }

    private void setImage(Image image) {
        for (ObjectNode object : objects) {
            for (JsonNode container : object.at("/spec/template/spec/containers")) {
                if (image.is(container.path("image").asText())) {
                    ((ObjectNode) container).put("image", image.of());
                }
            }
        }
    }

    private void nameByContent(ObjectNode map) {
        String name = map.at("/metadata/name").asText();
        String full = name + "-" + ContentName.of(map);
        ((ObjectNode) map.path("metadata")).put("name", full);
        for (ObjectNode object : objects) {
            for (JsonNode reference : object.findValues("configMapRef")) {
                if (reference.path("name").asText().equals(name)) {
                    ((ObjectNode) reference).put("name", full);
                }
            }
        }
    }
}
