package dev.standing.scoring.pipeline;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.PartnerEvent;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.TieEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.delivery.Message;
import dev.standing.delivery.trace.Traceparent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Before the first step: what was read in one go, over all topics. Delivery is at least once, the effect exactly once,
 * by what is stored in the transaction of the effect. A message that cannot be read goes to the dead letters and is passed
 * over.
 *
 * <ul>
 *   <li>Records, accepted and retracted, are keyed by member, so those of one member come in the order of the ledger; nothing
 *       relies on that. Partner and record id tell a repetition.
 *   <li>Consents, given and withdrawn, are keyed by member. The highest version of a member, purpose and partner holds.
 *   <li>Ties, active or severed, are keyed by the pair. The highest version of a pair holds.
 *   <li>Figures are keyed by partner. The highest version of a partner holds; whom they move is read between batches.
 * </ul>
 */
public final class Batch {
    private final List<RecordEvent> records = new ArrayList<>();
    private final List<ConsentEvent> consents = new ArrayList<>();
    private final List<TieEvent> ties = new ArrayList<>();
    private final List<PartnerEvent> figures = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Map<String, String> traces = new HashMap<>();

    private Batch() {}

    public static Batch of(List<ConsumerRecord<byte[], byte[]>> messages, Instant now) {
        Batch batch = new Batch();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            try {
                batch.add(message);
            } catch (UnreadableEvent e) {
                batch.deadLetters.add(Message.deadLetter(message, e, now));
            }
        }
        return batch;
    }

    private void add(ConsumerRecord<byte[], byte[]> message) throws UnreadableEvent {
        switch (message.topic()) {
            case Topics.RECORDS -> {
                RecordEvent event = EventJson.read(message.value(), RecordEvent.class);
                records.add(event);
                String trace = Traceparent.of(message);
                if (trace != null) {
                    traces.merge(event.member().value(), trace, Traceparent::join);
                }
            }
            case Topics.CONSENTS -> consents.add(EventJson.read(message.value(), ConsentEvent.class));
            case Topics.TIES -> ties.add(EventJson.read(message.value(), TieEvent.class));
            case Topics.PARTNERS -> figures.add(EventJson.read(message.value(), PartnerEvent.class));
            default -> throw new IllegalStateException("topic " + message.topic() + " is none of scoring's");
        }
    }

    public List<RecordEvent> records() {
        return Collections.unmodifiableList(records);
    }

    List<ConsentEvent> consents() {
        return Collections.unmodifiableList(consents);
    }

    List<TieEvent> ties() {
        return Collections.unmodifiableList(ties);
    }

    List<PartnerEvent> figures() {
        return Collections.unmodifiableList(figures);
    }

    public List<DeadLetter> deadLetters() {
        return Collections.unmodifiableList(deadLetters);
    }

    /** By member, where the traces of their records stand. */
    Map<String, String> traces() {
        return Collections.unmodifiableMap(traces);
    }
}
