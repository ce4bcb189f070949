package dev.standing.scoring.intake;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Consents given and withdrawn. Keyed by member, in order; at least once. The highest version of a member, purpose and
 * partner holds, so neither order nor repetition matters. A poison message goes to the dead letters and is passed over.
 */
final class ConsentsChannel implements Channel {
    @Override
    public String topic() {
        return Topics.CONSENTS;
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> message, Batch batch) throws UnreadableEvent {
        ConsentEvent event = EventJson.read(message.value(), ConsentEvent.class);
        batch.consents().add(event);
    }
}
