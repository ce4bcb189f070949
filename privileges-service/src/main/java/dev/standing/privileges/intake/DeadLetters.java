package dev.standing.privileges.intake;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.privileges.relay.Sender;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Notes where unreadable messages are, without what they say. */
@Singleton
final class DeadLetters {
    private final Sender sender;
    private final MeterRegistry registry;

    DeadLetters(Sender sender, MeterRegistry registry) {
        this.sender = sender;
        this.registry = registry;
    }

    /** Returns when the broker has all of them. */
    void send(List<DeadLetter> letters) throws Exception {
        if (letters.isEmpty()) {
            return;
        }
        sender.send(letters.stream()
                .map(letter -> new ProducerRecord<byte[], byte[]>(
                        Topics.deadLetters(letter.topic()), null, null, EventJson.write(letter)))
                .toList());
        letters.forEach(letter -> registry.counter("standing.privileges.dead.letters", "topic", letter.topic())
                .increment());
    }
}
