package dev.standing.scoring.pipeline;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.database.Session;
import dev.standing.scoring.activity.Effects;
import dev.standing.scoring.activity.RecordCount;
import dev.standing.scoring.consents.ConsentStore;
import dev.standing.scoring.ties.TieChange;
import dev.standing.scoring.ties.TieStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** First step: what of a batch is news. That it is known is written when this is there, and nothing else of the batch has an effect. */
final class News {
    private final Effects records;
    private final List<ConsentEvent> consents;
    private final List<TieChange> ties;

    private News(Effects records, List<ConsentEvent> consents, List<TieChange> ties) {
        this.records = records;
        this.consents = consents;
        this.ties = ties;
    }

    static News of(Batch batch, Session session, RecordCount count) {
        return new News(
                count.note(session, batch.records()),
                ConsentStore.apply(session, batch.consents()),
                TieStore.apply(session, batch.ties()));
    }

    Effects records() {
        return records;
    }

    List<ConsentEvent> consents() {
        return consents;
    }

    List<TieChange> ties() {
        return ties;
    }

    /** When the first of it was taken in: what friends cause is not told apart any further. */
    Instant since(Instant now) {
        Stream<Instant> causes = Stream.of(
                        records.events().stream().map(RecordEvent::at),
                        consents.stream().map(ConsentEvent::at),
                        ties.stream().map(change -> change.event().at()))
                .flatMap(instants -> instants);
        return causes.reduce(now, (x, y) -> y.isBefore(x) ? y : x);
    }
}
