package dev.standing.ingest.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.ingest.outcome.Outcome;
import dev.standing.ingest.outcome.OutcomeState;
import dev.standing.web.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineExchangeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PIECE_BYTES = 64 * 1024;

    private final FakeWork work = new FakeWork();

    @Test
    void manyLinesAreAnsweredInOrderInBoundedChunks() {
        int count = Chunk.MAX_LINES * 2 + 17;
        String text = IntStream.rangeClosed(1, count).mapToObj(i -> "line-" + i).collect(Collectors.joining("\n"));

        List<String> answers = lines(subscribe(pieces(text), Long.MAX_VALUE).awaitCompletion());

        assertThat(answers).hasSize(count);
        assertThat(answers.get(count - 1))
                .isEqualTo("{\"line\":" + count + ",\"id\":\"line-" + count + "\",\"state\":\"accepted\"}");
        assertThat(work.chunkSizes).allMatch(size -> size <= Chunk.MAX_LINES);
    }

    @Test
    void aChunkThatCannotBeCommittedIsAnsweredAsFailedAndTheRestGoesOn() {
        work.failOnChunk = 0;
        String text = IntStream.rangeClosed(1, Chunk.MAX_LINES * 2)
                .mapToObj(i -> "line-" + i)
                .collect(Collectors.joining("\n"));

        List<String> answers = lines(subscribe(pieces(text), Long.MAX_VALUE).awaitCompletion());

        assertThat(answers.getFirst()).contains("\"state\":\"failed\"").contains("\"line\":1");
        assertThat(answers.getLast()).contains("\"state\":\"accepted\"");
    }

    @Test
    void aSenderThatPausesIsAnsweredBeforeItGoesOn() {
        UnicastProcessor<Buffer> sender = UnicastProcessor.create();
        AssertSubscriber<byte[]> answers = subscribe(sender, Long.MAX_VALUE);

        sender.onNext(Buffer.buffer("one\n"));
        answers.awaitItems(1);
        sender.onNext(Buffer.buffer("tw"));
        sender.onNext(Buffer.buffer("o\n"));
        answers.awaitItems(2);

        assertThat(lines(answers).getLast()).isEqualTo("{\"line\":2,\"id\":\"two\",\"state\":\"accepted\"}");
        sender.onComplete();
        answers.awaitCompletion();
    }

    @Test
    void whatArrivesDuringACommitSharesTheNext() {
        work.hold = true;
        UnicastProcessor<Buffer> sender = UnicastProcessor.create();
        AssertSubscriber<byte[]> answers = subscribe(sender, Long.MAX_VALUE);
        sender.onNext(Buffer.buffer("one\n"));
        sender.onNext(Buffer.buffer("two\n"));
        sender.onNext(Buffer.buffer("three\n"));

        work.release();

        assertThat(work.chunkSizes).containsExactly(1, 2);
        work.release();
        assertThat(lines(answers)).hasSize(3);
    }

    /** However long the body: one chunk is being answered, one is full, and no more is asked for. */
    @Test
    void whoDoesNotReadIsNotReadEither() {
        AtomicLong asked = new AtomicLong();
        String line = "x".repeat(50) + "\n";
        Multi<Buffer> endless = Multi.createBy()
                .repeating()
                .supplier(() -> {
                    asked.incrementAndGet();
                    return Buffer.buffer(line.repeat(1_000));
                })
                .indefinitely();

        AssertSubscriber<byte[]> answers = subscribe(endless, 1);

        answers.awaitItems(1);
        assertThat(asked).hasValueLessThanOrEqualTo(2L * Chunk.MAX_LINES / 1_000 + 1);
        answers.cancel();
        long afterwards = asked.get();
        assertThat(asked).hasValue(afterwards);
    }

    @Test
    void longLinesFillAChunkByTheirBytes() {
        String line = "x".repeat(ChunkReader.MAX_LINE_BYTES - 1) + "\n";
        int count = 2 * Chunk.MAX_BYTES / line.length();

        subscribe(pieces(line.repeat(count)), Long.MAX_VALUE).awaitCompletion();

        assertThat(work.chunkSizes).allMatch(size -> size <= Chunk.MAX_BYTES / line.length() + 2);
    }

    @Test
    void longAnswersFillAChunkByTheirBytes() {
        work.answerLength = Chunk.MAX_BYTES / 10;

        subscribe(pieces("x\n".repeat(100)), Long.MAX_VALUE).awaitCompletion();

        assertThat(work.chunkSizes).allMatch(size -> size <= 11).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void whoFallsSilentInTheMiddleIsLeft() {
        Multi<byte[]> answers = new LineExchange<>(work, new ObjectMapper(), Runnable::run, Duration.ofMillis(50))
                .answers(UnicastProcessor.create());

        answers.subscribe()
                .withSubscriber(AssertSubscriber.create(1))
                .awaitFailure()
                .assertFailedWith(TimeoutException.class);
    }

    private AssertSubscriber<byte[]> subscribe(Multi<Buffer> body, long requested) {
        return new LineExchange<>(work, new ObjectMapper(), Runnable::run, PATIENCE)
                .answers(body)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(requested));
    }

    private static Multi<Buffer> pieces(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Buffer all = Buffer.buffer(bytes);
        return Multi.createFrom()
                .iterable(IntStream.iterate(0, from -> from < bytes.length, from -> from + PIECE_BYTES)
                        .mapToObj(from -> all.getBuffer(from, Math.min(bytes.length, from + PIECE_BYTES)))
                        .toList());
    }

    private static List<String> lines(AssertSubscriber<byte[]> answers) {
        return answers.getItems().stream()
                .flatMap(piece -> new String(piece, StandardCharsets.UTF_8).lines())
                .toList();
    }

    /** Takes everything, but for the chunk that it is told to fail on; at once, or when the test says so. */
    private static final class FakeWork implements LineWork<String> {
        final List<Integer> chunkSizes = new ArrayList<>();
        int failOnChunk = -1;
        int answerLength;
        boolean hold;
        private @Nullable Runnable held;

        @Override
        public String read(byte[] bytes, int from, int length) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }

        @Override
        public String unreadable(Problem problem) {
            return "unreadable";
        }

        @Override
        public int answerLength(String line) {
            return answerLength;
        }

        @Override
        public Uni<List<Outcome>> commit(List<String> chunk) {
            chunkSizes.add(chunk.size());
            if (chunkSizes.size() - 1 == failOnChunk) {
                return Uni.createFrom().failure(new IllegalStateException("no database"));
            }
            List<Outcome> outcomes = chunk.stream()
                    .map(id -> Outcome.of(id, OutcomeState.ACCEPTED))
                    .toList();
            return hold
                    ? Uni.createFrom()
                            .emitter((UniEmitter<? super List<Outcome>> emitter) ->
                                    held = () -> emitter.complete(outcomes))
                    : Uni.createFrom().item(outcomes);
        }

        void release() {
            Runnable released = held;
            held = null;
            if (released != null) {
                released.run();
            }
        }
    }
}
