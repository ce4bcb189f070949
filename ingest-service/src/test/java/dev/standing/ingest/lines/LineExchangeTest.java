package dev.standing.ingest.lines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.web.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineExchangeTest {
    private final FakeWork work = new FakeWork();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void manyLinesAreAnsweredInOrderInBoundedChunks() throws IOException {
        int count = LineExchange.CHUNK_LINES * 2 + 17;
        String text = IntStream.rangeClosed(1, count).mapToObj(i -> "line-" + i).collect(Collectors.joining("\n"));

        run(text);

        assertThat(answers()).hasSize(count);
        assertThat(answers().get(count - 1))
                .isEqualTo("{\"line\":" + count + ",\"id\":\"line-" + count + "\",\"state\":\"accepted\"}");
        assertThat(work.chunkSizes).allMatch(size -> size <= LineExchange.CHUNK_LINES);
    }

    @Test
    void aChunkThatCannotBeCommittedIsAnsweredAsFailedAndTheRestGoesOn() throws IOException {
        work.failOnChunk = 0;
        String text = IntStream.rangeClosed(1, LineExchange.CHUNK_LINES + 1)
                .mapToObj(i -> "line-" + i)
                .collect(Collectors.joining("\n"));

        run(text);

        assertThat(answers().getFirst()).contains("\"state\":\"failed\"").contains("\"line\":1");
        assertThat(answers().getLast()).contains("\"state\":\"accepted\"");
    }

    @Test
    void aSenderThatPausesIsAnsweredBeforeItGoesOn() throws Exception {
        PipedOutputStream sender = new PipedOutputStream();
        PipedInputStream body = new PipedInputStream(sender);
        Thread exchange = Thread.ofVirtual().start(() -> {
            try {
                new LineExchange<>(work, out, new ObjectMapper()).run(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        sender.write("one\n".getBytes(StandardCharsets.UTF_8));
        sender.flush();
        for (int i = 0; i < 500 && answers().isEmpty(); i++) {
            Thread.sleep(10);
        }

        assertThat(answers()).hasSize(1);
        sender.close();
        assertThat(exchange.join(Duration.ofSeconds(5))).isTrue();
    }

    private void run(String text) throws IOException {
        new LineExchange<>(work, out, new ObjectMapper())
                .run(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> answers() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Takes everything, but for the chunk that it is told to fail on. */
    private static final class FakeWork implements LineWork<String> {
        final List<Integer> chunkSizes = new ArrayList<>();
        int failOnChunk = -1;

        @Override
        public String read(byte[] bytes, int from, int length) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }

        @Override
        public String unreadable(Problem problem) {
            return "unreadable";
        }

        @Override
        public CompletionStage<List<Outcome>> commit(List<String> chunk) {
            chunkSizes.add(chunk.size());
            return chunkSizes.size() - 1 == failOnChunk
                    ? CompletableFuture.failedFuture(new IllegalStateException("no database"))
                    : CompletableFuture.completedFuture(
                            chunk.stream().map(id -> Outcome.of(id, "accepted")).toList());
        }
    }
}
