package dev.standing.manifests.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What kustomize ends the name of a ConfigMap with, so that another content is another object. */
final class ContentName {
    private static final int LENGTH = 10;

    private ContentName() {}

    static String of(ObjectNode configMap) {
        Map<String, String> data = new TreeMap<>();
        configMap
                .path("data")
                .properties()
                .forEach(each -> data.put(each.getKey(), each.getValue().asText()));
        Map<String, Object> content = new TreeMap<>(Map.of("kind", "ConfigMap", "name", "", "data", data));
        // Without its name; and Go writes these characters as escapes.
        String json = Yaml.json(content)
                .toString()
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
        return withoutWords(sha256(json).substring(0, LENGTH));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without vowels, and what looks like them, nothing rude comes about. */
    private static String withoutWords(String hex) {
        return hex.replace('0', 'g')
                .replace('1', 'h')
                .replace('3', 'k')
                .replace('a', 'm')
                .replace('e', 't');
    }
}
