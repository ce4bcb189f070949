package dev.standing.ingest.ties;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table of ties. */
@Entity
@Table(name = "tie", schema = "ingest")
@NullUnmarked
class TieEntity {
    @EmbeddedId
    Key key;

    String state;

    @Column(name = "asked_by", nullable = false)
    String askedBy;

    double weight;
    long version;

    @Column(name = "changed_at", nullable = false)
    Instant changedAt;

    Tie toTie() {
        return new Tie(
                new Pair(key.a(), key.b()), TieState.valueOf(state.toUpperCase(Locale.ROOT)), askedBy, weight, version);
    }

    void take(Tie tie, Instant now) {
        state = tie.state().name().toLowerCase(Locale.ROOT);
        askedBy = tie.askedBy();
        weight = tie.weight();
        version = tie.version();
        changedAt = now;
    }

    /** The pair in order. */
    @Embeddable
    record Key(String a, String b) {
        static Key of(Pair pair) {
            return new Key(pair.a(), pair.b());
        }
    }
}
