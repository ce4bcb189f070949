package dev.standing.ingest.relay;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.PartnerEvent;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.TieEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.delivery.Journal;
import dev.standing.delivery.Message;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Locale;

/** The journals and how their rows become events. */
final class Journals {
    private static final String SCHEMA = "ingest";
    private static final String LEDGER_TABLE = "ledger";

    static final Journal LEDGER =
            new Journal(SCHEMA, LEDGER_TABLE, Topics.RECORDS, "accepted_at", """
            entry::text, partner, id, member, kind, occurred_at, amount_minor, currency, count, merchant_category, trace
            """, Journals::record, LEDGER_TABLE);
    static final Journal CONSENTS = new Journal(
            SCHEMA,
            "consent_journal",
            Topics.CONSENTS,
            "at",
            "member, purpose, partner, granted, version",
            Journals::consent,
            LEDGER_TABLE);
    static final Journal TIES = new Journal(
            SCHEMA, "tie_journal", Topics.TIES, "at", "a, b, state, weight, version", Journals::tie, LEDGER_TABLE);
    static final Journal DISPUTES = new Journal(
            SCHEMA,
            "dispute_journal",
            Topics.DISPUTES,
            "at",
            "dispute, member, partner, record, reason, state, opened_at, freezes_until",
            Journals::dispute,
            LEDGER_TABLE);
    static final Journal PARTNERS = new Journal(
            SCHEMA, "partner_journal", Topics.PARTNERS, "at", "partner, basis_points, version", Journals::partner);

    private Journals() {}

    private static Message record(Row row) {
        RecordEvent event = new RecordEvent(
                Event.CURRENT_VERSION,
                "A".equals(row.getString(2)) ? RecordEvent.Type.ACCEPTED : RecordEvent.Type.RETRACTED,
                row.getLong(0),
                new PartnerId(row.getString(3)),
                row.getString(4),
                new MemberId(row.getString(5)),
                row.getString(6),
                row.getOffsetDateTime(7).toInstant(),
                row.getLong(8),
                row.getString(9),
                row.getLong(10),
                row.getString(11),
                at(row));
        return new Message(Topics.RECORDS, event.member().value(), event, row.getString(12));
    }

    private static Message consent(Row row) {
        Purpose purpose = Purpose.of(row.getString(3));
        ConsentEvent event = new ConsentEvent(
                Event.CURRENT_VERSION,
                new MemberId(row.getString(2)),
                purpose,
                purpose == Purpose.RECORDS ? new PartnerId(row.getString(4)) : null,
                row.getBoolean(5),
                row.getLong(6),
                at(row));
        return new Message(Topics.CONSENTS, event.member().value(), event);
    }

    private static Message tie(Row row) {
        TieEvent event = new TieEvent(
                Event.CURRENT_VERSION,
                new MemberId(row.getString(2)),
                new MemberId(row.getString(3)),
                TieEvent.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getDouble(5),
                row.getLong(6),
                at(row));
        return new Message(Topics.TIES, event.key(), event);
    }

    private static Message dispute(Row row) {
        DisputeEvent event = new DisputeEvent(
                Event.CURRENT_VERSION,
                row.getString(2),
                new MemberId(row.getString(3)),
                new PartnerId(row.getString(4)),
                row.getString(5),
                row.getString(6),
                DisputeEvent.State.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                row.getOffsetDateTime(8).toInstant(),
                row.getOffsetDateTime(9).toInstant(),
                at(row));
        return new Message(Topics.DISPUTES, event.member().value(), event);
    }

    private static Message partner(Row row) {
        PartnerEvent event = new PartnerEvent(
                Event.CURRENT_VERSION, new PartnerId(row.getString(2)), row.getInteger(3), row.getLong(4), at(row));
        return new Message(Topics.PARTNERS, event.partner().value(), event);
    }

    private static Instant at(Row row) {
        return row.getOffsetDateTime(1).toInstant();
    }
}
