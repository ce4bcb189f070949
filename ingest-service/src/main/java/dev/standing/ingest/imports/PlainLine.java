package dev.standing.ingest.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.standing.contracts.json.Utf8Only;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of nothing but known fields, each once and of its form, token by token: nearly all lines are so, and without reflection
 * they cost a fraction. Whatever is not plain is left to the mapper, which reads the same of what is plain and has the words for what
 * is wrong.
 */
final class PlainLine {
    /** Of a number: what the mapper takes too. */
    private static final int MAX_NUMBER_LENGTH = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .inputDecorator(new Utf8Only())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private final JsonParser json;

    private PlainLine(JsonParser json) {
        this.json = json;
    }

    /** What a reader makes of lines of its sort. */
    @FunctionalInterface
    interface Reader<L> {
        /** The line, or null where it is not plain. */
        @Nullable
        L read(byte[] bytes, int from, int length);
    }

    static @Nullable MemberLine member(byte[] bytes, int from, int length) {
        return read(bytes, from, length, PlainLine::member);
    }

    static @Nullable TieLine tie(byte[] bytes, int from, int length) {
        return read(bytes, from, length, PlainLine::tie);
    }

    private static <L> @Nullable L read(byte[] bytes, int from, int length, Fields<L> fields) {
        try (JsonParser json = FACTORY.createParser(bytes, from, length)) {
            PlainLine plain = new PlainLine(json);
            plain.expect(JsonToken.START_OBJECT, json.nextToken());
            L line = fields.read(plain);
            plain.expect(JsonToken.END_OBJECT, json.currentToken());
            plain.expect(null, json.nextToken());
            return line;
        } catch (IOException e) {
            return null;
        }
    }

    private MemberLine member() throws IOException {
        String member = null;
        List<@Nullable String> recordConsents = null;
        Boolean social = null;
        String evidence = null;
        for (String name = nextField(); name != null; name = nextField()) {
            switch (name) {
                case "member" -> member = once(member, text());
                case "recordConsents" -> recordConsents = once(recordConsents, texts());
                case "social" -> social = once(social, flag());
                case "evidence" -> evidence = once(evidence, text());
                default -> throw new NotPlain();
            }
        }
        return new MemberLine(member, recordConsents, social, evidence);
    }

    private TieLine tie() throws IOException {
        String a = null;
        String b = null;
        Double weight = null;
        String evidence = null;
        for (String name = nextField(); name != null; name = nextField()) {
            switch (name) {
                case "a" -> a = once(a, text());
                case "b" -> b = once(b, text());
                case "weight" -> weight = once(weight, number());
                case "evidence" -> evidence = once(evidence, text());
                default -> throw new NotPlain();
            }
        }
        return new TieLine(a, b, weight, evidence);
    }

    /** The name of the next field, with the parser at its value; null behind the last. */
    private @Nullable String nextField() throws IOException {
        String name = json.nextFieldName();
        if (name != null) {
            json.nextToken();
        }
        return name;
    }

    private String text() throws IOException {
        expect(JsonToken.VALUE_STRING, json.currentToken());
        return json.getText();
    }

    private List<@Nullable String> texts() throws IOException {
        expect(JsonToken.START_ARRAY, json.currentToken());
        List<@Nullable String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text());
        }
        return texts;
    }

    private boolean flag() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        expect(JsonToken.VALUE_FALSE, json.currentToken());
        return false;
    }

    private double number() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT, json.currentToken());
        }
        return json.getDoubleValue();
    }

    private void expect(@Nullable JsonToken expected, @Nullable JsonToken found) throws NotPlain {
        if (found != expected) {
            throw new NotPlain();
        }
    }

    private static <T> T once(@Nullable T before, T value) throws NotPlain {
        if (before != null) {
            throw new NotPlain();
        }
        return value;
    }

    /** What follows the opening brace, through the closing one. */
    @FunctionalInterface
    private interface Fields<L> {
        L read(PlainLine line) throws IOException;
    }

    /** Said to nobody. */
    private static final class NotPlain extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
