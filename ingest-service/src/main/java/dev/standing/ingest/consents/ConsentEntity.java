package dev.standing.ingest.consents;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table of permissions that hold. Rows are written many at once, by {@link ConsentRepository#write}. */
@Entity
@Immutable
@Table(name = "consent", schema = "ingest")
@NullUnmarked
class ConsentEntity {
    @EmbeddedId
    Key key;

    long version;
    boolean granted;

    @Column(name = "changed_at", nullable = false)
    Instant changedAt;

    Consent toConsent() {
        return new Consent(
                new MemberId(key.member()),
                Purpose.of(key.purpose()),
                key.partner().isEmpty() ? null : new PartnerId(key.partner()),
                granted,
                version,
                changedAt);
    }

    /** A permission is of a member, for a purpose and, where records are meant, a partner; else that is empty. */
    @Embeddable
    record Key(String member, String purpose, String partner) {}
}
