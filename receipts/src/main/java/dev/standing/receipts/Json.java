package dev.standing.receipts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.receipts.Verdict.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** JSON as receipts have it: trees alone, no field twice, nothing behind the end, and times within those that can be written. */
final class Json {
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(byte[] bytes) throws Refusal {
        try {
            return MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refusal(Reason.MALFORMED, "A part of it is not JSON", e);
        }
    }

    /** A text that is there and not empty. */
    static String string(JsonNode object, String field) throws Refusal {
        JsonNode value = object.path(field);
        if (value.isTextual() && !value.asText().isEmpty()) {
            return value.asText();
        }
        throw new Refusal(Reason.MALFORMED, field + " is not a text");
    }

    /** Whether this very text is there, and no number or truth that reads like it. */
    static boolean isText(JsonNode object, String field, String text) {
        JsonNode value = object.path(field);
        return value.isTextual() && value.asText().equals(text);
    }

    /** A time that is there, in whole seconds. */
    static Instant instant(JsonNode object, String field) throws Refusal {
        JsonNode value = object.path(field);
        if (value.isIntegralNumber()
                && value.canConvertToLong()
                && value.asLong() >= 0
                && value.asLong() <= LAST_SECOND) {
            return Instant.ofEpochSecond(value.asLong());
        }
        throw new Refusal(Reason.MALFORMED, field + " is not a time in seconds");
    }
}
