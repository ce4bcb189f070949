package dev.standing.delivery.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.delivery.writer.Bisection.Culprit;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectionTest {
    private static final int MAX = 5_000;

    private final Bisection bisection = new Bisection(MAX);

    private static ConsumerRecord<byte[], byte[]> message(int n) {
        return new ConsumerRecord<>("topic", 0, n, new byte[0], new byte[0]);
    }

    private static List<ConsumerRecord<byte[], byte[]>> messages(int count) {
        return IntStream.range(0, count).mapToObj(BisectionTest::message).toList();
    }

    private static PgException refused(String state) {
        return new PgException("refused", "ERROR", state, "values of a row");
    }

    /** Applies all, as a term does, and says which were passed over and how often it failed. */
    private int apply(List<ConsumerRecord<byte[], byte[]>> messages, Set<Integer> poison, List<Long> passedOver) {
        int failures = 0;
        int from = 0;
        while (from < messages.size()) {
            Culprit culprit = bisection.culprit();
            if (culprit != null) {
                passedOver.add(culprit.message().offset());
                bisection.passedOver();
                from++;
                continue;
            }
            List<ConsumerRecord<byte[], byte[]>> part =
                    messages.subList(from, Math.min(messages.size(), from + bisection.portion()));
            if (part.stream().anyMatch(message -> poison.contains((int) message.offset()))) {
                bisection.failed(part, refused("22003"));
                failures++;
            } else {
                bisection.applied();
                from += part.size();
            }
        }
        return failures;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_499, 2_500, 4_998, 4_999})
    void findsTheCulpritInFewAttempts(int culprit) {
        List<Long> passedOver = new ArrayList<>();

        int failures = apply(messages(MAX), Set.of(culprit), passedOver);

        assertThat(passedOver).containsExactly((long) culprit);
        assertThat(failures).isLessThanOrEqualTo(2 * 13 + 2);
        assertThat(bisection.culprit()).isNull();
    }

    @Test
    void findsSeveralAndOnlyThose() {
        List<Long> passedOver = new ArrayList<>();

        apply(messages(1_000), Set.of(3, 4, 700), passedOver);

        assertThat(passedOver).containsExactly(3L, 4L, 700L);
    }

    @Test
    void aFailureThatDoesNotComeAgainIsForgiven() {
        bisection.failed(messages(10), refused("23505"));
        assertThat(bisection.portion()).isEqualTo(MAX);

        bisection.applied();
        bisection.failed(messages(10), refused("23505"));

        assertThat(bisection.portion()).isEqualTo(MAX);
    }

    @Test
    void whereAllFailsItStopsToNameCulprits() {
        List<Long> passedOver = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> messages = messages(10);
        for (int attempt = 0; attempt < 100; attempt++) {
            Culprit culprit = bisection.culprit();
            if (culprit != null) {
                passedOver.add(culprit.message().offset());
                bisection.passedOver();
            } else {
                int from = passedOver.size();
                List<ConsumerRecord<byte[], byte[]>> rest =
                        messages.subList(from, Math.min(messages.size(), from + bisection.portion()));
                bisection.failed(bisection.choice(rest), new IllegalStateException("ours"));
            }
        }

        assertThat(passedOver).containsExactly(0L, 1L, 2L);
        assertThat(bisection.heldUp()).isTrue();
        assertThat(bisection.culprit()).isNull();
    }

    @Test
    void heldUpItTriesTheFirstOfEachPartitionInTurnUntilOneSucceeds() {
        List<ConsumerRecord<byte[], byte[]>> both =
                List.of(message(0), message(1), new ConsumerRecord<>("topic", 1, 7, new byte[0], new byte[0]));
        for (int culprits = 0; culprits < 3; culprits++) {
            bisection.failed(messages(1), refused("22003"));
            bisection.failed(messages(1), refused("22003"));
            bisection.passedOver();
        }
        List<Long> tried = new ArrayList<>();
        bisection.failed(messages(1), refused("22003"));
        bisection.failed(messages(1), refused("22003"));
        for (int attempt = 0; attempt < 4; attempt++) {
            List<ConsumerRecord<byte[], byte[]>> choice = bisection.choice(both);
            tried.add(choice.getFirst().offset());
            bisection.failed(choice, refused("22003"));
        }
        assertThat(tried).containsExactly(7L, 0L, 7L, 0L);

        bisection.applied();
        bisection.failed(messages(1), refused("22003"));
        bisection.failed(messages(1), refused("22003"));

        assertThat(bisection.heldUp()).isFalse();
        assertThat(bisection.culprit()).isNotNull();
    }

    @Test
    void anOutageIsNobodysFaultHoweverLongItLasts() {
        for (int i = 0; i < 100; i++) {
            bisection.failed(messages(1), refused("57P01"));
            bisection.failed(messages(1), new VertxException("Connection closed", true));
            bisection.failed(messages(1), new CompletionException(new java.io.IOException("reset")));
        }

        assertThat(bisection.culprit()).isNull();
        assertThat(bisection.portion()).isEqualTo(MAX);
    }

    @Test
    void theReasonSaysNothingOfWhatTheMessageSays() {
        assertThat(Bisection.reason(refused("22003"))).isEqualTo("cannot be applied: PostgreSQL 22003");
        assertThat(Bisection.reason(new ArithmeticException("jane's 7")))
                .isEqualTo("cannot be applied: ArithmeticException");
        assertThat(Bisection.reason(refused("42P01")))
                .as("a table that is missing")
                .isNull();
    }
}
