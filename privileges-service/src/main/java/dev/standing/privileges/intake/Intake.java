package dev.standing.privileges.intake;

import dev.standing.database.Migration;
import dev.standing.delivery.writer.Writer;
import dev.standing.delivery.writer.WriterHealth;
import dev.standing.delivery.writer.WriterSettings;
import dev.standing.delivery.writer.Writers;
import dev.standing.privileges.setup.PrivilegesConfig;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears {@code standing.scores}, {@code standing.consents} and {@code standing.disputes}. Key: the member, in order within a topic; between the topics
 * order does not matter, for they touch different things. At least once; the effect is exactly once. What cannot be read or
 * applied becomes a dead letter and does not hold up the rest. All processes hear, and the one that leads applies.
 */
@Singleton
class Intake {
    private static final String CHANNEL = "intake";
    /** Any number that no other lock of this database has. */
    private static final long LOCK = 0x70726976L;
    /** More than all waiting that one step may do. */
    private static final Duration STALL = Duration.ofMinutes(3);

    private final Writer writer;

    Intake(Writer writer) {
        this.writer = writer;
    }

    @Incoming(CHANNEL)
    Uni<Void> hear(ConsumerRecords<byte[], byte[]> messages) {
        return writer.take(messages);
    }

    @Produces
    @Singleton
    @Startup
    static Writer writer(Writers writers, Grants grants, PrivilegesConfig config, Migration migration) {
        return writers.start(
                new WriterSettings(
                        "privileges",
                        LOCK,
                        CHANNEL,
                        config.batchMessages(),
                        config.patience(),
                        config.retryAfter(),
                        migration::isDone),
                grants);
    }

    @Produces
    @Singleton
    @Liveness
    static HealthCheck liveness(Writer writer) {
        return WriterHealth.liveness(writer, STALL);
    }

    /** Ready to answer from memory, which is the baseline where nothing could be read yet. Needs neither database nor broker. */
    @Produces
    @Singleton
    @Readiness
    static HealthCheck readiness(Writer writer) {
        return WriterHealth.readiness(writer);
    }
}
