package dev.standing.ingest.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request: lines in, outcomes out, in order. While a chunk is being committed the next one is read; a chunk is
 * closed when it is full or when the sender pauses, so that a slow sender is answered line by line. Memory is bounded by
 * two chunks and the pieces read ahead: who reads slowly is read slowly.
 */
final class LineExchange<I> implements LineSplitter.Sink {
    static final int CHUNK_LINES = 4_000;
    static final int MAX_LINE_BYTES = 16 * 1024;

    private static final Logger LOG = Logger.getLogger(LineExchange.class);

    private final LineWork<I> work;
    private final OutcomeWriter out;
    private List<I> chunk = new ArrayList<>(CHUNK_LINES);
    private long[] numbers = new long[CHUNK_LINES];
    private @Nullable InFlight inFlight;

    LineExchange(LineWork<I> work, OutputStream out, ObjectMapper mapper) {
        this.work = work;
        this.out = new OutcomeWriter(out, mapper);
    }

    void run(InputStream in) throws IOException {
        LineSplitter splitter = new LineSplitter(MAX_LINE_BYTES, this);
        try (ReadAhead pieces = new ReadAhead(in)) {
            byte[] piece = pieces.next();
            while (piece != null) {
                splitter.feed(piece);
                piece = pieces.nextSoon();
                if (piece == null) {
                    settle();
                    piece = pieces.next();
                }
            }
        }
        splitter.end();
        settle();
    }

    @Override
    public void line(long number, byte[] bytes, int from, int length) {
        add(number, work.read(bytes, from, length));
    }

    @Override
    public void tooLong(long number) {
        Problem problem = ProblemException.tooLarge("The line is longer than " + MAX_LINE_BYTES + " bytes")
                .problem();
        add(number, work.unreadable(problem));
    }

    private void add(long number, I item) {
        numbers[chunk.size()] = number;
        chunk.add(item);
        if (chunk.size() == CHUNK_LINES) {
            commitChunk();
        }
    }

    /** Answers everything read so far; the sender may be waiting for it. */
    private void settle() throws IOException {
        if (!chunk.isEmpty()) {
            commitChunk();
        }
        answerInFlight();
        out.flush();
    }

    private void commitChunk() {
        try {
            answerInFlight();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inFlight = new InFlight(work.commit(chunk).toCompletableFuture(), numbers, chunk.size());
        chunk = new ArrayList<>(CHUNK_LINES);
        numbers = new long[CHUNK_LINES];
    }

    private void answerInFlight() throws IOException {
        InFlight answered = inFlight;
        inFlight = null;
        if (answered == null) {
            return;
        }
        answered.writeTo(out);
    }

    /** A chunk whose commit is on its way. */
    private static final class InFlight {
        private final CompletableFuture<List<Outcome>> outcomes;
        private final long[] numbers;
        private final int size;

        InFlight(CompletableFuture<List<Outcome>> outcomes, long[] numbers, int size) {
            this.outcomes = outcomes;
            this.numbers = numbers;
            this.size = size;
        }

        void writeTo(OutcomeWriter out) throws IOException {
            List<Outcome> answers = await();
            for (int i = 0; i < size; i++) {
                out.write(numbers[i], answers.get(i));
            }
        }

        private List<Outcome> await() {
            try {
                return outcomes.join();
            } catch (CompletionException e) {
                LOG.warnf("a chunk of %d lines could not be committed: %s", size, e.getCause());
                Problem problem = ProblemException.unavailable("The line may not have been taken; send it again")
                        .problem();
                return Collections.nCopies(size, Outcome.of(null, "failed", problem));
            }
        }
    }
}
