package dev.standing.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.manifests.render.Kustomize;
import dev.standing.stack.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** All objects of an overlay. */
public record Manifests(String overlay, List<Manifest> all) {
    /** Production with what stands there as a comment. */
    public static final String OPTIONS = "../manifest-tests/src/test/resources/options";

    public static final List<String> OVERLAYS =
            List.of("base", "overlays/trial", "overlays/production", "overlays/restore", OPTIONS);

    public Manifests {
        all = List.copyOf(all);
    }

    public static Manifests render(String overlay) {
        return of(overlay, Kustomize.render(folder(overlay)));
    }

    public static Manifests of(String overlay, List<ObjectNode> objects) {
        return new Manifests(overlay, objects.stream().map(Manifest::new).toList());
    }

    public static Path folder(String overlay) {
        return Repository.root().resolve("deploy/kubernetes").resolve(overlay);
    }

    /** Whether one part may be gone, and nothing acknowledged is. */
    public boolean isForProduction() {
        return !overlay.endsWith("trial");
    }

    /** What an installation adds to the base: backups, as many pods as are needed. */
    public boolean isInstalled() {
        return isForProduction() && !overlay.equals("base");
    }

    public List<Manifest> ofKind(String kind) {
        return where(each -> each.isA(kind));
    }

    /** Where pods have their settings from. */
    public List<Manifest> settings() {
        Set<String> names = new TreeSet<>();
        where(Manifest::hasPods)
                .forEach(pods -> names.add(
                        pods.container().at("/envFrom/0/configMapRef/name").asText()));
        return where(each -> each.isA("ConfigMap") && names.contains(each.name()));
    }

    /** What pods are told of it; missing where they are told nothing. */
    public JsonNode setting(String variable) {
        return settings().stream()
                .findFirst()
                .map(map -> map.at("/data").path(variable))
                .orElse(MissingNode.getInstance());
    }

    public List<Manifest> where(Predicate<Manifest> condition) {
        return all.stream().filter(condition).toList();
    }

    public Optional<Manifest> find(String kind, String name) {
        return ofKind(kind).stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
