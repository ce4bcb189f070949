package dev.standing.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Has refusals say what was sent in the place of another, or where there is no place: afterwards nobody knows, and would call it missing. */
final class OtherForm extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> reader,
            Object objectOrClass,
            String name)
            throws IOException {
        Class<?> type = objectOrClass instanceof Class<?> itself ? itself : objectOrClass.getClass();
        UnknownField unknown = new UnknownField(parser, type, name, reader.getKnownPropertyNames(), Sent.value(parser));
        unknown.prependPath(objectOrClass, name);
        throw unknown;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context,
            JavaType target,
            @Nullable JsonToken token,
            JsonParser parser,
            @Nullable String failure)
            throws IOException {
        return refuse(target.getRawClass(), token, parser);
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            @Nullable ValueInstantiator instantiator,
            JsonParser parser,
            @Nullable String failure)
            throws IOException {
        return refuse(target, parser.currentToken(), parser);
    }

    private static Object refuse(Class<?> target, @Nullable JsonToken token, JsonParser parser) throws IOException {
        String sent = Sent.sort(token);
        if (sent == null) {
            return NOT_HANDLED;
        }
        throw InvalidFormatException.from(parser, "another form", sent, target);
    }
}
