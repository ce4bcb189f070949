package dev.standing.scoring.activity;

import dev.standing.contracts.event.RecordEvent;
import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records that were ever seen, in the database; a retraction that comes first leaves a mark. */
final class SeenRecordStore {
    /** Nearly always all are fresh, which one row without a name says; else each that is news has a row. */
    private static final String NOTE = """
            with news as (
                insert into seen_record (partner, record, retracted)
                select * from unnest($1::text[], $2::text[], $3::bool[])
                on conflict (partner, record) do update set retracted = true
                    where excluded.retracted and not seen_record.retracted
                returning new.partner, new.record, old.partner is null as fresh, new.by_currency),
            counted as (select count(*) filter (where fresh) = $4 as all_fresh from news)
            select partner, record, fresh, by_currency from news, counted where not all_fresh
            union all select null, null, true, true from counted where all_fresh
            """;

    private static final Columns<RecordEvent> COLUMNS = Columns.of(RecordEvent.class)
            .text(event -> event.partner().value())
            .text(RecordEvent::id)
            .bool(event -> event.type() == RecordEvent.Type.RETRACTED);

    private SeenRecordStore() {}

    /** What tells one record from all others. */
    record Key(String partner, String id) {
        static Key of(RecordEvent event) {
            return new Key(event.partner().value(), event.id());
        }
    }

    /**
     * What is known of a record of which there is news.
     *
     * @param fresh whether nothing at all was known before
     * @param byCurrency whether it is counted under its currency; false for those counted before currencies were noted
     */
    record Known(boolean fresh, boolean byCurrency) {}

    /** Notes events, and says of those that are news what is known of their record. */
    static Map<Key, Known> note(Session session, Map<Key, RecordEvent> events) {
        Map<Key, Known> known = LinkedHashMap.newLinkedHashMap(events.size());
        if (!events.isEmpty()) {
            for (Row row : session.run(NOTE, COLUMNS.of(events.values()).addInteger(events.size()))) {
                Known each = new Known(row.getBoolean(2), row.getBoolean(3));
                if (row.getString(0) == null) {
                    events.keySet().forEach(key -> known.put(key, each));
                } else {
                    known.put(new Key(row.getString(0), row.getString(1)), each);
                }
            }
        }
        return known;
    }
}
