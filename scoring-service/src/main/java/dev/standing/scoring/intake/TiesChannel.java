package dev.standing.scoring.intake;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.TieEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Ties that became active, changed weight or were severed. Keyed by the pair, in order; at least once. The highest
 * version of a pair holds, so neither order nor repetition matters. A poison message goes to the dead letters and is
 * passed over.
 */
final class TiesChannel implements Channel {
    @Override
    public String topic() {
        return Topics.TIES;
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> message, Batch batch) throws UnreadableEvent {
        TieEvent event = EventJson.read(message.value(), TieEvent.class);
        batch.ties().add(event);
    }
}
