package dev.standing.ingest.progress;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.ProgressEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.delivery.DeadLetters;
import dev.standing.delivery.Message;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears how far scoring has come. Key: the partition's number; order per key; at least once, and harmless more often. A
 * message that cannot be read is noted in the topic's dead letters, without its content, and passed over. While the
 * database is away it is tried again until it is back.
 */
@ApplicationScoped
class ProgressConsumer {
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);

    private final Progress progress;
    private final MutinyEmitter<byte[]> deadLetters;
    private final DeadLetters letters;
    private final Clock clock;

    ProgressConsumer(
            Progress progress,
            @Channel("progress-dead-letters") MutinyEmitter<byte[]> deadLetters,
            MeterRegistry registry,
            Clock clock) {
        this.progress = progress;
        this.deadLetters = deadLetters;
        this.letters = new DeadLetters(registry, List.of(Topics.PROGRESS));
        this.clock = clock;
    }

    @Incoming("progress")
    Uni<Void> hear(ConsumerRecord<byte[], byte[]> message) {
        return heard(message)
                .onFailure()
                .retry()
                .withBackOff(FIRST_BACKOFF, MAX_BACKOFF)
                .indefinitely();
    }

    private Uni<Void> heard(ConsumerRecord<byte[], byte[]> message) {
        try {
            ProgressEvent event = EventJson.read(message.value(), ProgressEvent.class);
            return Uni.createFrom().deferred(() -> progress.note(event));
        } catch (UnreadableEvent e) {
            letters.count(message.topic());
            byte[] letter = EventJson.write(Message.deadLetter(message, e, clock.instant()));
            return Uni.createFrom().deferred(() -> deadLetters.send(letter));
        }
    }
}
