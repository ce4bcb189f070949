package dev.standing.ingest.members;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of the members' table. */
@Entity
@Table(name = "member", schema = "ingest")
@NullUnmarked
class MemberEntity {
    @Id
    String id;

    @Column(name = "joined_at", nullable = false)
    Instant joinedAt;
}
