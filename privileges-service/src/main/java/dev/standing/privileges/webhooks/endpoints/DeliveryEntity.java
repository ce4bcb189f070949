package dev.standing.privileges.webhooks.endpoints;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A row of the table of attempts, which are written as they are made. */
@Entity
@Immutable
@Table(name = "webhook_delivery", schema = "privileges")
@NullUnmarked
class DeliveryEntity {
    @Id
    long id;

    String endpoint;
    String event;
    String type;
    int attempt;
    Instant at;
    Integer status;
    int millis;
    String answer;
    String fault;
}
