package dev.standing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.ProgressEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.delivery.trace.Traces;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Publisher publisher = new Publisher(this::channel, new Traces(OpenTelemetry.noop(), true));
    private int uses;

    /** A channel whose sending thread is the caller's. */
    @SuppressWarnings("unchecked")
    private KafkaProducer<String, byte[]> channel() {
        uses++;
        return (KafkaProducer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {KafkaProducer.class},
                (proxy, method, arguments) -> Uni.createFrom()
                        .item(() -> ((Function<Producer<String, byte[]>, Object>) arguments[0]).apply(producer)));
    }

    private static Message message(int key) {
        return new Message(Topics.PROGRESS, Integer.toString(key), new ProgressEvent(Event.CURRENT_VERSION, 7));
    }

    @Test
    void nothingToSayConnectsToNobody() {
        publisher.publish(List.of());

        assertThat(uses).isZero();
    }

    @Test
    void messagesGoOutInOrderUnderTheirKeys() {
        publisher.publish(List.of(message(2), message(1)));
        publisher.publish(List.of(message(3)));

        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("2", "1", "3");
    }

    @Test
    void whatFailedIsSaidAndCanBeSentAgain() {
        producer.sendException = new TimeoutException("away");
        assertThatThrownBy(() -> publisher.publish(List.of(message(2))))
                .isInstanceOf(Publisher.PublicationFailed.class)
                .hasRootCauseMessage("away");
        producer.sendException = null;

        publisher.publish(List.of(message(2)));

        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("2");
    }
}
