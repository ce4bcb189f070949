package dev.standing.ingest.consents;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table of permissions that hold. */
@Entity
@Table(name = "consent", schema = "ingest")
@NullUnmarked
class ConsentEntity {
    @EmbeddedId
    Key key;

    long version;
    boolean granted;
    String evidence;

    @Column(name = "changed_at", nullable = false)
    Instant changedAt;

    Consent toConsent() {
        return new Consent(
                key.member(),
                key.purpose(),
                key.partner().isEmpty() ? null : key.partner(),
                granted,
                version,
                changedAt);
    }

    /** A permission is of a member, for a purpose and, where records are meant, a partner; else that is empty. */
    @Embeddable
    record Key(String member, String purpose, String partner) {}
}
