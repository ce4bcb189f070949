package dev.standing.ingest.ties;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of the journal of ties: written once, never changed. */
@Entity
@Table(name = "tie_journal", schema = "ingest")
@NullUnmarked
class TieJournalEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long position;

    String a;
    String b;
    String state;
    double weight;
    long version;
    Instant at;

    static TieJournalEntity of(TieEntity tie) {
        TieJournalEntity entry = new TieJournalEntity();
        entry.a = tie.key.a();
        entry.b = tie.key.b();
        entry.state = tie.state;
        entry.weight = tie.weight;
        entry.version = tie.version;
        entry.at = tie.changedAt;
        return entry;
    }
}
