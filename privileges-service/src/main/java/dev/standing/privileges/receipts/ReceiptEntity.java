package dev.standing.privileges.receipts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table of receipts. */
@Entity
@Table(name = "receipt", schema = "privileges")
@NullUnmarked
class ReceiptEntity {
    @Id
    UUID id;

    String member;
    String audience;
    String disclosed;
    int list;
    int place;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    boolean isRevoked() {
        return revokedAt != null;
    }
}
