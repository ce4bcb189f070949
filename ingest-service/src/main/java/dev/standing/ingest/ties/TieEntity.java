package dev.standing.ingest.ties;

import dev.standing.contracts.identity.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table of ties. Rows are written many at once, by {@link TieRepository#write}. */
@Entity
@Immutable
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

    Tie toTie() {
        return new Tie(
                new Pair(new MemberId(key.a()), new MemberId(key.b())),
                TieState.of(state),
                new MemberId(askedBy),
                weight,
                version);
    }

    /** The pair in order. */
    @Embeddable
    record Key(String a, String b) {}
}
