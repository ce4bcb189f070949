package dev.standing.delivery.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final int ENOUGH = 10;
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final Inbox inbox = new Inbox(() -> ENOUGH);

    private CompletableFuture<Void> add(int from, int to) {
        List<ConsumerRecord<byte[], byte[]>> messages = IntStream.range(from, to)
                .mapToObj(n -> new ConsumerRecord<>(PARTITION.topic(), 0, n, new byte[0], new byte[0]))
                .toList();
        return inbox.add(new ConsumerRecords<>(Map.of(PARTITION, messages), Map.of()))
                .subscribeAsCompletionStage();
    }

    private List<Long> first(int atMost) throws InterruptedException {
        return inbox.first(atMost, Duration.ZERO).stream()
                .map(ConsumerRecord::offset)
                .toList();
    }

    @Test
    void whatArrivesWhileABatchIsAppliedMakesTheNextOneLarger() throws InterruptedException {
        assertThat(add(0, 2)).isCompleted();
        assertThat(first(ENOUGH)).containsExactly(0L, 1L);
        assertThat(add(2, 4)).isCompleted();
        assertThat(add(4, 5)).isCompleted();
        inbox.remove(2);

        assertThat(first(ENOUGH)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void messagesStayUntilTheyHadTheirEffect() throws InterruptedException {
        assertThat(add(0, 5)).isCompleted();

        assertThat(first(3)).isEqualTo(first(3)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void theChannelIsHeldBackWhileThereIsEnough() {
        CompletableFuture<Void> more = add(0, ENOUGH + 5);
        assertThat(more).isNotDone();

        inbox.remove(5);
        assertThat(more).isNotDone();

        inbox.remove(1);
        assertThat(more).isCompleted();
    }

    @Test
    void nothingComesWhereNothingHasArrivedInTime() throws InterruptedException {
        assertThat(inbox.first(ENOUGH, Duration.ofMillis(1))).isEmpty();
    }
}
