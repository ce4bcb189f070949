package dev.standing.contracts.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object of nothing but known fields, each once and of its form, token by token: what programs write is nearly always so, and without
 * reflection it costs a fraction, of the reader and of the compiler. Whatever is not plain is left to a mapper, which reads the same of what is plain
 * and has the words for what is wrong. For one thread.
 */
public final class PlainJson {
    private final JsonParser json;

    private PlainJson(JsonParser json) {
        this.json = json;
    }

    /** What becomes of an object: asks for {@link #nextField} until there is none, and for the value of each. */
    @FunctionalInterface
    public interface Fields<T> {
        T read(PlainJson json) throws IOException;
    }

    /** What it reads, or null where that is not plain: no JSON, no object, or refused by who reads its fields. */
    public static <T> @Nullable T read(JsonFactory factory, byte[] bytes, int from, int length, Fields<T> fields) {
        try (JsonParser parser = factory.createParser(bytes, from, length)) {
            PlainJson json = new PlainJson(parser);
            expect(JsonToken.START_OBJECT, parser.nextToken());
            T read = fields.read(json);
            expect(JsonToken.END_OBJECT, parser.currentToken());
            expect(null, parser.nextToken());
            return read;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The name of the next field, whose value is to be read then; null behind the last. */
    public @Nullable String nextField() throws IOException {
        String name = json.nextFieldName();
        if (name != null) {
            json.nextToken();
        }
        return name;
    }

    public String text() throws IOException {
        expect(JsonToken.VALUE_STRING, json.currentToken());
        return json.getText();
    }

    public List<@Nullable String> texts() throws IOException {
        expect(JsonToken.START_ARRAY, json.currentToken());
        List<@Nullable String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text());
        }
        return texts;
    }

    public long wholeNumber() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, json.currentToken());
        return json.getLongValue();
    }

    public double number() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT, json.currentToken());
        }
        return json.getDoubleValue();
    }

    public boolean flag() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        expect(JsonToken.VALUE_FALSE, json.currentToken());
        return false;
    }

    /** The value of a field of which there was none before, and that is not null. */
    public static <T> T once(@Nullable T before, @Nullable T value) throws NotPlain {
        if (before != null) {
            throw new NotPlain();
        }
        return there(value);
    }

    /** What has to be there. */
    public static <T> T there(@Nullable T value) throws NotPlain {
        if (value == null) {
            throw new NotPlain();
        }
        return value;
    }

    private static void expect(@Nullable JsonToken expected, @Nullable JsonToken found) throws NotPlain {
        if (found != expected) {
            throw new NotPlain();
        }
    }

    /** Said to nobody. */
    public static final class NotPlain extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
