package dev.standing.scoring.intake;

import dev.standing.contracts.event.UnreadableEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One topic: how its messages go into a batch. */
sealed interface Channel permits RecordsChannel, ConsentsChannel, TiesChannel {
    String topic();

    /** Adds the message to the batch, or throws where it can never be applied. */
    void read(ConsumerRecord<byte[], byte[]> message, Batch batch) throws UnreadableEvent;
}
