package dev.standing.delivery;

import dev.standing.contracts.event.EventJson;
import dev.standing.delivery.trace.SharedWork;
import dev.standing.delivery.trace.Traceparent;
import dev.standing.delivery.trace.Traces;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages over the outgoing channel {@value #CHANNEL}, in order, and returns when all replicas have them: what
 * returned is said at least once, what threw may or may not be. May be called from any thread that may block.
 *
 * <p>By the channel's own producer, not by an emitter: an emitter's message that fails is sent again behind those that were
 * sent after it, which would break the order of a key; and one hop between threads for each batch instead of each message is
 * three times as fast.
 */
@Singleton
public class Publisher {
    static final String CHANNEL = "out";

    /** More than the producer's own delivery timeout, which is what ends an attempt. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Supplier<KafkaProducer<String, byte[]>> channel;
    private final Traces traces;

    /** The emitter is the channel's upstream, without which the platform calls it not connected; it sends nothing. */
    @Inject
    Publisher(KafkaClientService clients, @Channel(CHANNEL) MutinyEmitter<byte[]> unusedUpstream, Traces traces) {
        this(() -> clients.getProducer(CHANNEL), traces);
    }

    Publisher(Supplier<KafkaProducer<String, byte[]>> channel, Traces traces) {
        this.channel = channel;
        this.traces = traces;
    }

    /**
     * Sends all and waits for all.
     *
     * @throws PublicationFailed where any is not known to have arrived; some may have
     */
    public void publish(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        SharedWork work = traces.share(
                "publish " + messages.getFirst().topic(),
                SpanKind.PRODUCER,
                messages.stream().<@Nullable String>map(Message::trace).toList());
        try {
            List<ProducerRecord<String, byte[]>> records = new ArrayList<>(messages.size());
            for (int i = 0; i < messages.size(); i++) {
                records.add(recordOf(messages.get(i), work.trace(i)));
            }
            List<Future<RecordMetadata>> sent = channel.get()
                    .runOnSendingThread((Producer<String, byte[]> producer) -> send(producer, records))
                    .await()
                    .atMost(PATIENCE);
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            work.end();
        } catch (ExecutionException e) {
            throw new PublicationFailed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublicationFailed(e);
        } catch (RuntimeException e) {
            throw new PublicationFailed(e);
        }
    }

    private static ProducerRecord<String, byte[]> recordOf(Message message, @Nullable String trace) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(message.topic(), message.key(), EventJson.write(message.event()));
        if (trace != null) {
            record.headers().add(Traceparent.HEADER, trace.getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    /** As many as the client takes: one for a topic that is not there is waited for, by all journals, and those after it would be too. */
    private static List<Future<RecordMetadata>> send(
            Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<String, byte[]> each : records) {
            Future<RecordMetadata> one = producer.send(each);
            sent.add(one);
            if (one.state() == Future.State.FAILED) {
                break;
            }
        }
        return sent;
    }

    /** The broker did not take all; all of it is to be sent again. */
    public static final class PublicationFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PublicationFailed(@Nullable Throwable cause) {
            super("the broker did not take a batch", cause);
        }
    }
}
