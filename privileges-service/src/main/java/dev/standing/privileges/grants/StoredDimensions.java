package dev.standing.privileges.grants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.contracts.score.DimensionPoints;

/** Points of a score's dimensions to a column and back, as {@code {"history":141…}}. */
public final class StoredDimensions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredDimensions() {}

    static String text(DimensionPoints dimensions) {
        try {
            return JSON.writeValueAsString(dimensions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("dimensions cannot be written", e);
        }
    }

    public static DimensionPoints read(String text) {
        try {
            return JSON.readValue(text, DimensionPoints.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored dimensions cannot be read", e);
        }
    }
}
