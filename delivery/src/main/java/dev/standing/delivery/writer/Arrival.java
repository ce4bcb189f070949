package dev.standing.delivery.writer;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.delivery.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A batch, sorted: what is for the handler, and watermarks, which are for the writer itself.
 *
 * @param deadLetters of watermarks that cannot be read
 */
record Arrival(
        List<ConsumerRecord<byte[], byte[]>> messages, List<WatermarkEvent> watermarks, List<DeadLetter> deadLetters) {

    static Arrival of(List<ConsumerRecord<byte[], byte[]>> batch, Instant now) {
        Arrival arrival = new Arrival(new ArrayList<>(batch.size()), new ArrayList<>(), new ArrayList<>());
        for (ConsumerRecord<byte[], byte[]> message : batch) {
            if (message.topic().equals(Topics.WATERMARKS)) {
                arrival.add(message, now);
            } else {
                arrival.messages.add(message);
            }
        }
        return arrival;
    }

    private void add(ConsumerRecord<byte[], byte[]> message, Instant now) {
        try {
            watermarks.add(EventJson.read(message.value(), WatermarkEvent.class));
        } catch (UnreadableEvent e) {
            deadLetters.add(Message.deadLetter(message, e, now));
        }
    }
}
