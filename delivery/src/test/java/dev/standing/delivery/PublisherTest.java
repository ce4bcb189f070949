package dev.standing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.ProgressEvent;
import dev.standing.contracts.event.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final List<MockProducer<String, byte[]>> producers = new ArrayList<>();
    private final Publisher publisher = new Publisher(() -> {
        producers.add(new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
        return producers.getLast();
    });

    private static Message message(int partition) {
        return new Message(
                Topics.PROGRESS, Integer.toString(partition), new ProgressEvent(Event.CURRENT_VERSION, partition, 7));
    }

    @Test
    void nothingToSayConnectsToNobody() {
        publisher.publish(List.of());

        assertThat(producers).isEmpty();
    }

    @Test
    void messagesGoOutInOrderUnderTheirKeys() {
        publisher.publish(List.of(message(2), message(1)));
        publisher.publish(List.of(message(3)));

        assertThat(producers).hasSize(1);
        assertThat(producers.getFirst().history())
                .extracting(ProducerRecord::key)
                .containsExactly("2", "1", "3");
    }

    @Test
    void aProducerThatFailedIsThrownAway() {
        publisher.publish(List.of(message(1)));
        producers.getFirst().sendException = new TimeoutException("away");

        assertThatThrownBy(() -> publisher.publish(List.of(message(2))))
                .isInstanceOf(Publisher.PublicationFailed.class)
                .hasRootCauseMessage("away");
        publisher.publish(List.of(message(2)));

        assertThat(producers).hasSize(2);
        assertThat(producers.getFirst().closed()).isTrue();
        assertThat(producers.getLast().history())
                .extracting(ProducerRecord::key)
                .containsExactly("2");
    }
}
