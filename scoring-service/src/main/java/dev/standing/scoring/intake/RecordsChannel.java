package dev.standing.scoring.intake;

import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records accepted and retracted. Keyed by member, so the events of one member come in the order of the ledger; nothing
 * here relies on that order. At least once; the effect is exactly once, because partner and record id are stored in the
 * transaction of the effect. A poison message goes to the dead letters and is passed over.
 */
final class RecordsChannel implements Channel {
    @Override
    public String topic() {
        return Topics.RECORDS;
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> message, Batch batch) throws UnreadableEvent {
        RecordEvent event = EventJson.read(message.value(), RecordEvent.class);
        batch.records().add(event);
        batch.reached(message.partition(), event.position());
    }
}
