package dev.standing.scoring.activity;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.database.Session;
import dev.standing.scoring.calendar.EpochDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes each record count once, however often and in whatever order its acceptance and retraction arrive: a record counts
 * from its first acceptance on, unless its retraction was ever seen.
 */
public final class RecordCount {
    private final BehaviourCatalogue catalogue;

    public RecordCount(BehaviourCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Notes the events as seen, and says what they change. */
    public Effects note(Session session, List<RecordEvent> events) {
        Map<SeenRecordStore.Key, RecordEvent> lastWords = new LinkedHashMap<>();
        for (RecordEvent event : events) {
            lastWords.merge(
                    SeenRecordStore.Key.of(event),
                    event,
                    (before, after) -> before.type() == RecordEvent.Type.RETRACTED ? before : after);
        }
        List<Delta> deltas = new ArrayList<>();
        List<RecordEvent> effective = new ArrayList<>();
        SeenRecordStore.note(session, lastWords).forEach((record, known) -> {
            RecordEvent event = lastWords.get(record);
            boolean accepted = event != null && event.type() == RecordEvent.Type.ACCEPTED;
            // A retraction undoes only what was counted before: seen, and not in this batch.
            if (event != null && accepted == known.fresh()) {
                effective.add(event);
                String currency = known.byCurrency() ? SeriesKey.currencyOf(event) : SeriesKey.NOT_NOTED;
                deltas.add(delta(event, currency, accepted ? 1 : -1));
            }
        });
        return new Effects(deltas, effective);
    }

    private Delta delta(RecordEvent event, String currency, int sign) {
        SeriesKey key = new SeriesKey(
                event.partner().value(), event.kind(), catalogue.group(event.merchantCategory()), currency);
        long amountMinor = event.amountMinor() == null ? 0 : event.amountMinor();
        return new Delta(event.member().value(), key, EpochDay.of(event.occurredAt()), sign, sign * amountMinor);
    }
}
