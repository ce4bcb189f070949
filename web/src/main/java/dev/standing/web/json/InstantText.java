package dev.standing.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.standing.web.time.Instants;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as ISO 8601 text in UTC and in no other way: a bare number could be seconds or milliseconds. */
final class InstantText extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantText() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText();
        @Nullable Instant instant = parser.currentToken() == JsonToken.VALUE_STRING ? Instants.instant(text) : null;
        return instant != null
                ? instant
                : (Instant) context.handleWeirdStringValue(Instant.class, text, "not an instant in UTC");
    }
}
