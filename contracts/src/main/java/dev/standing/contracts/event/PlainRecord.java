package dev.standing.contracts.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.contracts.json.PlainInstant;
import dev.standing.contracts.json.Utf8Only;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as we write them, token by token. They are most of what there is to read, and a backlog of them is read by processes that
 * have just started: without reflection it costs a fraction, of the reader and of the compiler. Whatever is not plain, if only a field
 * that a later release adds, is left to the mapper, which reads the same of what is plain and has the words for what is wrong.
 */
final class PlainRecord {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().inputDecorator(new Utf8Only()).build();

    private final JsonParser json;
    private @Nullable Long version;
    private RecordEvent.@Nullable Type type;
    private @Nullable Long position;
    private @Nullable PartnerId partner;
    private @Nullable String id;
    private @Nullable MemberId member;
    private @Nullable String kind;
    private @Nullable Instant occurredAt;
    private @Nullable Long amountMinor;
    private @Nullable String currency;
    private @Nullable Long count;
    private @Nullable String merchantCategory;
    private @Nullable Instant at;

    private PlainRecord(JsonParser json) {
        this.json = json;
    }

    /** The event, or null where it is not plain. */
    static @Nullable RecordEvent read(byte[] bytes) {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            PlainRecord plain = new PlainRecord(json);
            plain.fields();
            return plain.event();
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private void fields() throws IOException {
        expect(JsonToken.START_OBJECT, json.nextToken());
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            field(name);
        }
        expect(JsonToken.END_OBJECT, json.currentToken());
        expect(null, json.nextToken());
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "version" -> version = once(version, number());
            case "type" -> type = once(type, type());
            case "position" -> position = once(position, number());
            case "partner" -> partner = once(partner, new PartnerId(text()));
            case "id" -> id = once(id, text());
            case "member" -> member = once(member, new MemberId(text()));
            case "kind" -> kind = once(kind, text());
            case "occurredAt" -> occurredAt = once(occurredAt, PlainInstant.read(text()));
            case "amountMinor" -> amountMinor = once(amountMinor, number());
            case "currency" -> currency = once(currency, text());
            case "count" -> count = once(count, number());
            case "merchantCategory" -> merchantCategory = once(merchantCategory, text());
            case "at" -> at = once(at, PlainInstant.read(text()));
            default -> throw new NotPlain();
        }
    }

    private RecordEvent event() throws NotPlain {
        if (there(version) != Event.CURRENT_VERSION) {
            throw new NotPlain();
        }
        return new RecordEvent(
                Event.CURRENT_VERSION,
                there(type),
                there(position),
                there(partner),
                there(id),
                there(member),
                there(kind),
                there(occurredAt),
                amountMinor,
                currency,
                count,
                merchantCategory,
                there(at));
    }

    private String text() throws IOException {
        expect(JsonToken.VALUE_STRING, json.currentToken());
        return json.getText();
    }

    private long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, json.currentToken());
        return json.getLongValue();
    }

    private RecordEvent.Type type() throws IOException {
        return switch (text()) {
            case "accepted" -> RecordEvent.Type.ACCEPTED;
            case "retracted" -> RecordEvent.Type.RETRACTED;
            default -> throw new NotPlain();
        };
    }

    private static void expect(@Nullable JsonToken expected, @Nullable JsonToken found) throws NotPlain {
        if (found != expected) {
            throw new NotPlain();
        }
    }

    private static <T> T once(@Nullable T before, @Nullable T value) throws NotPlain {
        if (before != null) {
            throw new NotPlain();
        }
        return there(value);
    }

    private static <T> T there(@Nullable T value) throws NotPlain {
        if (value == null) {
            throw new NotPlain();
        }
        return value;
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
