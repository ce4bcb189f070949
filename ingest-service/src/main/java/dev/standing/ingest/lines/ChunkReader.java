package dev.standing.ingest.lines;

import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body of lines into chunks. Whoever asks gets at once what has arrived since the last time, or waits for the next
 * piece: a lone line is committed alone, and under load a chunk grows to what arrives during a commit. The body is asked for
 * more only while less than a full chunk lies here, so who commits slowly is sent slowly. Thread-safe.
 *
 * @param <I> a line, read
 */
final class ChunkReader<I> implements Flow.Subscriber<Buffer>, LineSplitter.Sink {
    static final int MAX_LINE_BYTES = 16 * 1024;

    private final LineWork<I> work;
    private final LineSplitter splitter = new LineSplitter(MAX_LINE_BYTES, this);
    private final ArrayDeque<Chunk<I>> chunks = new ArrayDeque<>();
    private Flow.@Nullable Subscription body;
    private boolean asked;
    private boolean ended;
    private @Nullable Throwable failure;
    private @Nullable UniEmitter<? super Chunk<I>> waiting;

    ChunkReader(LineWork<I> work) {
        this.work = work;
    }

    /** The next chunk, to be asked for when the one before is answered; an empty one at the end. */
    Uni<Chunk<I>> next() {
        return Uni.createFrom().emitter(emitter -> await(emitter));
    }

    private synchronized void await(UniEmitter<? super Chunk<I>> emitter) {
        waiting = emitter;
        move();
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        body = subscription;
        move();
    }

    @Override
    public synchronized void onNext(Buffer piece) {
        asked = false;
        splitter.feed(piece.getBytes());
        move();
    }

    @Override
    public synchronized void onComplete() {
        splitter.end();
        ended = true;
        move();
    }

    /** What was read and not committed is dropped: nobody is there any more to be told of it. */
    @Override
    public synchronized void onError(Throwable cause) {
        failure = cause;
        move();
    }

    synchronized void cancel() {
        if (body != null) {
            body.cancel();
        }
    }

    private void move() {
        UniEmitter<? super Chunk<I>> emitter = waiting;
        Throwable cause = failure;
        if (emitter != null && (cause != null || ended || !chunks.isEmpty())) {
            waiting = null;
            if (cause != null) {
                emitter.fail(cause);
                return;
            }
            emitter.complete(chunks.isEmpty() ? new Chunk<>() : chunks.remove());
        }
        boolean room = chunks.isEmpty() || !chunks.getFirst().isFull();
        if (body != null && !asked && !ended && room) {
            asked = true;
            body.request(1);
        }
    }

    @Override
    public void line(long number, byte[] bytes, int from, int length) {
        add(number, work.read(bytes, from, length), length);
    }

    @Override
    public void tooLong(long number) {
        Problem problem = ProblemException.tooLarge("The line is longer than " + MAX_LINE_BYTES + " bytes")
                .problem();
        add(number, work.unreadable(problem), 0);
    }

    private void add(long number, I item, int length) {
        if (chunks.isEmpty() || chunks.getLast().isFull()) {
            chunks.add(new Chunk<>());
        }
        chunks.getLast().add(number, item, length + work.answerLength(item));
    }
}
