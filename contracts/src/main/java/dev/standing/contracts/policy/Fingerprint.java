package dev.standing.contracts.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a document says, as SHA-256 of one form of it: fields by their names, numbers without what adds nothing. Comments, layout and the
 * order of fields do not count. It is kept in databases, so the form must never change.
 */
public final class Fingerprint {
    private final StringBuilder form = new StringBuilder();

    private Fingerprint() {}

    /** In hexadecimal, 64 characters. */
    public static String of(JsonNode document) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(document);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(fingerprint.form.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> addFields(node);
            case ARRAY -> addItems(node);
            case NUMBER -> form.append(number(node));
            default -> form.append(node);
        }
    }

    private void addFields(JsonNode node) {
        Map<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        form.append('{');
        fields.forEach((name, value) -> {
            form.append(TextNode.valueOf(name)).append(':');
            add(value);
            form.append(',');
        });
        form.append('}');
    }

    private void addItems(JsonNode node) {
        form.append('[');
        node.forEach(item -> {
            add(item);
            form.append(',');
        });
        form.append(']');
    }

    private static String number(JsonNode node) {
        return node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())
                ? node.asText()
                : node.decimalValue().stripTrailingZeros().toPlainString();
    }
}
