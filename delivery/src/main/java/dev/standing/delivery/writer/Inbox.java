package dev.standing.delivery.writer;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Messages on their way from the channel's thread to the writer's. They stay until they had their effect, so that what fails
 * is there to be tried again. What arrives while a batch is applied makes the next one larger; the channel is held back
 * while there is enough for a batch.
 */
final class Inbox {
    private final IntSupplier enough;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<ConsumerRecord<byte[], byte[]>> messages = new ArrayDeque<>();
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    Inbox(IntSupplier enough) {
        this.enough = enough;
    }

    /** Adds what was read; completes when there is room for more. Called by one channel. */
    Uni<Void> add(ConsumerRecords<byte[], byte[]> read) {
        lock.lock();
        try {
            read.forEach(messages::addLast);
            arrived.signal();
            if (messages.size() < enough.getAsInt()) {
                return Uni.createFrom().voidItem();
            }
            room = new CompletableFuture<>();
            return Uni.createFrom().completionStage(room);
        } finally {
            lock.unlock();
        }
    }

    /** The first messages; they stay. None where none has come within the wait. */
    List<ConsumerRecord<byte[], byte[]>> first(int atMost, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long nanos = wait.toNanos();
            while (messages.isEmpty() && nanos > 0) {
                nanos = arrived.awaitNanos(nanos);
            }
            List<ConsumerRecord<byte[], byte[]>> first = new ArrayList<>(Math.min(atMost, messages.size()));
            for (ConsumerRecord<byte[], byte[]> message : messages) {
                if (first.size() == atMost) {
                    break;
                }
                first.add(message);
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** The first messages have had their effect. */
    void remove(int count) {
        CompletableFuture<Void> waiting = null;
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                messages.removeFirst();
            }
            if (messages.size() < enough.getAsInt()) {
                waiting = room;
            }
        } finally {
            lock.unlock();
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }
}
