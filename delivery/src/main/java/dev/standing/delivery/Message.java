package dev.standing.delivery;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out. The topic's partitions keep the order of each key.
 *
 * @param trace where the trace of what it tells stands; null where there is none
 */
public record Message(
        String topic, String key, Event event, @Nullable String trace) {

    public Message(String topic, String key, Event event) {
        this(topic, key, event, null);
    }

    /** The note of a message that cannot be read: where it is and what is wrong with it, and nothing of what it says. */
    public static DeadLetter deadLetter(ConsumerRecord<?, ?> unreadable, UnreadableEvent why, Instant at) {
        return deadLetter(unreadable, String.valueOf(why.getMessage()), at);
    }

    /** The note of a message for any reason, which must say nothing of what the message says. */
    public static DeadLetter deadLetter(ConsumerRecord<?, ?> message, String reason, Instant at) {
        return new DeadLetter(
                Event.CURRENT_VERSION, message.topic(), message.partition(), message.offset(), reason, at);
    }

    /** The note on its way to the dead letters of the topic; its key is the place of the message. */
    public static Message of(DeadLetter letter) {
        return new Message(
                Topics.deadLetters(letter.topic()),
                letter.topic() + "/" + letter.partition() + "/" + letter.offset(),
                letter);
    }
}
