package dev.standing.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was sent, as a refusal names it. */
public final class Sent {
    private Sent() {}

    /** The value at which the parser stands: itself, or what sort it is where it has parts. */
    public static String value(JsonParser parser) throws IOException {
        return parser.currentToken().isScalarValue() ? parser.getText() : String.valueOf(sort(parser.currentToken()));
    }

    /** What sort of value this begins or ends; null where it is none that could stand in the place of another. */
    static @Nullable String sort(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT, FIELD_NAME, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case null, default -> null;
        };
    }
}
