package dev.standing.scoring.activity;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.database.Session;
import dev.standing.scoring.activity.ActivityStore.Delta;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes each record count once, however often and in whatever order its acceptance and retraction arrive: a record counts
 * from its first acceptance on, unless its retraction was ever seen.
 */
public final class SeenRecords {
    private static final String SEE = """
            insert into seen_record (partner, record, retracted)
            select * from unnest($1::text[], $2::text[], $3::bool[])
            on conflict (partner, record) do update set retracted = true
                where excluded.retracted and not seen_record.retracted
            returning new.partner, new.record, old.partner is null as fresh
            """;

    private final BehaviourCatalogue catalogue;

    public SeenRecords(BehaviourCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record Id(String partner, String id) {}

    private record Cell(String member, SeriesKey key, int day) {}

    /**
     * What the events change.
     *
     * @param deltas at most one for each cell
     * @param effective the events that had an effect
     */
    public record Effect(Collection<Delta> deltas, List<RecordEvent> effective) {}

    /** Notes the events as seen and says what they change, counting none twice. */
    public Effect see(Session session, List<RecordEvent> events) {
        Map<Id, RecordEvent> lastById = new LinkedHashMap<>();
        for (RecordEvent event : events) {
            lastById.merge(
                    new Id(event.partner().value(), event.id()),
                    event,
                    (before, after) -> before.type() == RecordEvent.Type.RETRACTED ? before : after);
        }
        Map<Cell, Delta> deltas = new LinkedHashMap<>();
        List<RecordEvent> effective = new ArrayList<>();
        noteAndTellFresh(session, lastById).forEach((id, fresh) -> {
            RecordEvent event = lastById.get(id);
            boolean accepted = event != null && event.type() == RecordEvent.Type.ACCEPTED;
            // A retraction undoes only what was counted before: seen, and not in this batch.
            if (event != null && accepted == fresh) {
                effective.add(event);
                Delta delta = delta(event, accepted ? 1 : -1);
                deltas.merge(new Cell(delta.member(), delta.key(), delta.day()), delta, Delta::plus);
            }
        });
        return new Effect(deltas.values(), effective);
    }

    private static Map<Id, Boolean> noteAndTellFresh(Session session, Map<Id, RecordEvent> events) {
        Map<Id, Boolean> fresh = new HashMap<>();
        if (events.isEmpty()) {
            return fresh;
        }
        String[] partners = new String[events.size()];
        String[] ids = new String[events.size()];
        Boolean[] retracted = new Boolean[events.size()];
        int i = 0;
        for (Map.Entry<Id, RecordEvent> entry : events.entrySet()) {
            partners[i] = entry.getKey().partner();
            ids[i] = entry.getKey().id();
            retracted[i] = entry.getValue().type() == RecordEvent.Type.RETRACTED;
            i++;
        }
        for (Row row : session.run(SEE, partners, ids, retracted)) {
            fresh.put(new Id(row.getString(0), row.getString(1)), row.getBoolean(2));
        }
        return fresh;
    }

    private Delta delta(RecordEvent event, int sign) {
        SeriesKey key = new SeriesKey(event.partner().value(), event.kind(), catalogue.group(event.merchantCategory()));
        int day = Math.toIntExact(
                LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC).toEpochDay());
        long amountMinor = event.amountMinor() == null ? 0 : event.amountMinor();
        return new Delta(event.member().value(), key, day, sign, sign * amountMinor);
    }
}
