package dev.standing.ingest.relay;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.TieEvent;
import dev.standing.contracts.event.Topics;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Locale;

/** The journals and how their rows become events. Every query yields the position first and the time second. */
enum Journal {
    LEDGER("ledger", Topics.RECORDS, """
            select position, accepted_at, entry::text, partner, id, member, kind, occurred_at, amount_minor, currency,
                   count, merchant_category
            from ingest.ledger where position > $1 order by position limit $2
            """) {
        @Override
        Message message(Row row, Instant at) {
            RecordEvent event = new RecordEvent(
                    Event.CURRENT_VERSION,
                    "A".equals(row.getString(2)) ? RecordEvent.Type.ACCEPTED : RecordEvent.Type.RETRACTED,
                    row.getLong(0),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getOffsetDateTime(7).toInstant(),
                    row.getLong(8),
                    row.getString(9),
                    row.getLong(10),
                    row.getString(11),
                    at);
            return new Message(event.member(), event);
        }
    },
    CONSENTS("consent_journal", Topics.CONSENTS, """
            select position, at, member, purpose, partner, granted, version
            from ingest.consent_journal where position > $1 order by position limit $2
            """) {
        @Override
        Message message(Row row, Instant at) {
            ConsentEvent.Purpose purpose =
                    ConsentEvent.Purpose.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
            ConsentEvent event = new ConsentEvent(
                    Event.CURRENT_VERSION,
                    row.getString(2),
                    purpose,
                    purpose == ConsentEvent.Purpose.RECORDS ? row.getString(4) : null,
                    row.getBoolean(5),
                    row.getLong(6),
                    at);
            return new Message(event.member(), event);
        }
    },
    TIES("tie_journal", Topics.TIES, """
            select position, at, a, b, state, weight, version
            from ingest.tie_journal where position > $1 order by position limit $2
            """) {
        @Override
        Message message(Row row, Instant at) {
            TieEvent event = new TieEvent(
                    Event.CURRENT_VERSION,
                    row.getString(2),
                    row.getString(3),
                    TieEvent.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                    row.getDouble(5),
                    row.getLong(6),
                    at);
            return new Message(event.key(), event);
        }
    };

    private final String table;
    private final String topic;
    private final String query;

    Journal(String table, String topic, String query) {
        this.table = table;
        this.topic = topic;
        this.query = query;
    }

    abstract Message message(Row row, Instant at);

    String table() {
        return table;
    }

    String topic() {
        return topic;
    }

    /** Parameters: the last position published, and how many to read. */
    String query() {
        return query;
    }

    /** What goes out: an event under its key. */
    record Message(String key, Event event) {}
}
