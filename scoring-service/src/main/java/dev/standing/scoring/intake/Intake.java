package dev.standing.scoring.intake;

import dev.standing.database.Migration;
import dev.standing.delivery.writer.Writer;
import dev.standing.delivery.writer.WriterHealth;
import dev.standing.delivery.writer.WriterSettings;
import dev.standing.delivery.writer.Writers;
import dev.standing.scoring.setup.ScoringConfig;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears records, consents, ties and partners' figures. All processes hear, and the one that leads applies. */
@Singleton
class Intake {
    private static final String CHANNEL = "intake";

    /** "standing" in ASCII, as a number that nobody else picks. */
    static final long LOCK = 0x7374616e64696e67L;

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
    static Writer writer(Writers writers, Scorer scorer, ScoringConfig config, Migration migration) {
        return writers.start(
                new WriterSettings(
                        "scoring",
                        LOCK,
                        CHANNEL,
                        config.maxBatch(),
                        config.patience(),
                        config.pause(),
                        migration::isDone),
                scorer);
    }

    @Produces
    @Singleton
    @Liveness
    static HealthCheck liveness(Writer writer, ScoringConfig config) {
        return WriterHealth.liveness(writer, config.stall());
    }
}
