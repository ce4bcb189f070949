package dev.standing.contracts.event;

import static dev.standing.contracts.json.PlainJson.once;
import static dev.standing.contracts.json.PlainJson.there;

import com.fasterxml.jackson.core.JsonFactory;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.contracts.json.PlainInstant;
import dev.standing.contracts.json.PlainJson;
import dev.standing.contracts.json.PlainJson.NotPlain;
import dev.standing.contracts.json.Utf8Only;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as we write them, where they are {@link PlainJson plain}: they are most of what there is to read, and a backlog of them is read by
 * processes that have just started. A field that a later release adds is not plain.
 */
final class PlainRecord {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().inputDecorator(new Utf8Only()).build();

    private final PlainJson json;
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

    private PlainRecord(PlainJson json) {
        this.json = json;
    }

    /** The event, or null where it is not plain. */
    static @Nullable RecordEvent read(byte[] bytes) {
        return PlainJson.read(FACTORY, bytes, 0, bytes.length, json -> new PlainRecord(json).event());
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "version" -> version = once(version, json.wholeNumber());
            case "type" -> type = once(type, type());
            case "position" -> position = once(position, json.wholeNumber());
            case "partner" -> partner = once(partner, new PartnerId(json.text()));
            case "id" -> id = once(id, json.text());
            case "member" -> member = once(member, new MemberId(json.text()));
            case "kind" -> kind = once(kind, json.text());
            case "occurredAt" -> occurredAt = once(occurredAt, PlainInstant.read(json.text()));
            case "amountMinor" -> amountMinor = once(amountMinor, json.wholeNumber());
            case "currency" -> currency = once(currency, json.text());
            case "count" -> count = once(count, json.wholeNumber());
            case "merchantCategory" -> merchantCategory = once(merchantCategory, json.text());
            case "at" -> at = once(at, PlainInstant.read(json.text()));
            default -> throw new NotPlain();
        }
    }

    private RecordEvent event() throws IOException {
        for (String name = json.nextField(); name != null; name = json.nextField()) {
            field(name);
        }
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

    private RecordEvent.Type type() throws IOException {
        return switch (json.text()) {
            case "accepted" -> RecordEvent.Type.ACCEPTED;
            case "retracted" -> RecordEvent.Type.RETRACTED;
            default -> throw new NotPlain();
        };
    }
}
