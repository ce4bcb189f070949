package dev.standing.stack.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Values to JSON and back. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The JSON of a value; a string is taken for JSON already, or for what stands in its place. */
    public static byte[] bytes(Object value) {
        try {
            return switch (value) {
                case byte[] raw -> raw;
                case String json -> json.getBytes(StandardCharsets.UTF_8);
                default -> MAPPER.writeValueAsBytes(value);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    public static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + new String(json, StandardCharsets.UTF_8), e);
        }
    }

    public static JsonNode read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A value that is written as it stands here, however large a number or odd a text. */
    public static JsonNode exactly(String json) {
        return new POJONode(new RawValue(json));
    }

    /** One JSON value a line. */
    public static String lines(Object... values) {
        return Arrays.stream(values).map(value -> text(value) + "\n").collect(Collectors.joining());
    }
}
