package dev.standing.delivery.writer;

import io.vertx.pgclient.PgException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a batch that fails to the message that makes it fail. A batch may fail twice; then half of it is tried, and half
 * of that, until what fails is a single message: the culprit. Each success doubles what is tried next. Failures that are
 * nobody's message's, such as a database that is away, narrow nothing.
 *
 * <p>What fails on every message is a fault of ours, and would make a culprit of each. So after some in a row without a
 * success between them none is named any more, and all is held up until a message, of whatever partition, can be applied.
 * Used by one thread.
 */
final class Bisection {
    /** Data exceptions, cardinality, constraints, and what is larger than the database can hold. */
    private static final Set<String> FAULTS_OF_DATA = Set.of("21", "22", "23", "54");

    private static final int CULPRITS_IN_A_ROW = 3;

    private final int maxBatch;
    private int portion;
    private int failures;
    private int culpritsInARow;
    private int attemptsHeldUp;
    private @Nullable Culprit culprit;

    Bisection(int maxBatch) {
        this.maxBatch = maxBatch;
        this.portion = maxBatch;
    }

    /** A message that cannot be applied, and why, without anything of what it says. */
    record Culprit(ConsumerRecord<byte[], byte[]> message, String reason) {}

    /** How many messages to try at most. */
    int portion() {
        return portion;
    }

    /** Which of them to try: all, or where all is held up, the first of one partition, and of another the next time. */
    List<ConsumerRecord<byte[], byte[]>> choice(List<ConsumerRecord<byte[], byte[]>> messages) {
        if (!heldUp() || messages.isEmpty()) {
            return messages;
        }
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> firsts = new LinkedHashMap<>();
        messages.forEach(
                message -> firsts.putIfAbsent(new TopicPartition(message.topic(), message.partition()), message));
        return List.of(List.copyOf(firsts.values()).get(attemptsHeldUp % firsts.size()));
    }

    /** Whether several messages in a row could not be applied, so that it is hardly they who are wrong. */
    boolean heldUp() {
        return attemptsHeldUp > 0;
    }

    /** The message to be passed over, once its dead letter is sent. */
    @Nullable
    Culprit culprit() {
        return culprit;
    }

    /** Messages were applied. */
    void applied() {
        culpritsInARow = 0;
        attemptsHeldUp = 0;
        widen();
    }

    /** The culprit is behind us. */
    void passedOver() {
        culpritsInARow++;
        widen();
    }

    private void widen() {
        culprit = null;
        portion = portion > maxBatch / 2 ? maxBatch : portion * 2;
        if (portion == maxBatch) {
            failures = 0;
        }
    }

    void failed(List<ConsumerRecord<byte[], byte[]>> messages, RuntimeException failure) {
        String reason = reason(failure);
        if (reason == null) {
            return;
        }
        failures++;
        if (failures < 2) {
            return;
        }
        if (messages.size() == 1 && culpritsInARow >= CULPRITS_IN_A_ROW) {
            attemptsHeldUp++;
        } else if (messages.size() == 1) {
            culprit = new Culprit(messages.getFirst(), reason);
        } else {
            portion = messages.size() / 2;
        }
    }

    /** What is wrong with the messages, or null where the failure may be of another kind. */
    static @Nullable String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException database) {
                String state = database.getSqlState();
                return state != null && state.length() == 5 && FAULTS_OF_DATA.contains(state.substring(0, 2))
                        ? "cannot be applied: PostgreSQL " + state
                        : null;
            }
        }
        boolean ours = failure.getClass().getPackageName().matches("java\\.(lang|util|time|math)")
                && !(failure instanceof CompletionException);
        return ours ? "cannot be applied: " + failure.getClass().getSimpleName() : null;
    }
}
