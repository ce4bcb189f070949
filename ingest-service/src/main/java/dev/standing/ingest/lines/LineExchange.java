package dev.standing.ingest.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.database.Fault;
import dev.standing.ingest.outcome.Outcome;
import dev.standing.ingest.outcome.OutcomeState;
import dev.standing.web.patience.Patience;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * One request: lines in, outcomes out, in order. While a chunk is being committed the next one is read. Nothing is read or
 * committed that the caller does not ask an answer for: who reads slowly is read slowly.
 */
final class LineExchange<I> {
    private static final Logger LOG = Logger.getLogger(LineExchange.class);

    private final LineWork<I> work;
    private final OutcomeText text;
    private final Executor executor;
    private final Duration patience;
    private final Patience commits;

    /**
     * @param executor where chunks are committed and answers are written
     * @param patience how long a sender may send nothing while nothing else is to be done, and a commit may take
     */
    LineExchange(LineWork<I> work, ObjectMapper mapper, Executor executor, Duration patience) {
        this.work = work;
        this.text = new OutcomeText(mapper);
        this.executor = executor;
        this.patience = patience;
        this.commits = new Patience(patience);
    }

    /** The answers, a piece for each chunk. Fails where the body does, and where its sender falls silent. */
    Multi<byte[]> answers(Multi<Buffer> body) {
        return Multi.createFrom().deferred(() -> {
            ChunkReader<I> reader = new ChunkReader<>(work);
            body.subscribe(reader);
            return Multi.createBy()
                    .repeating()
                    .uni(() -> reader.next()
                            .ifNoItem()
                            .after(patience)
                            .fail()
                            .emitOn(executor)
                            .chain(this::answer))
                    .until(answer -> answer.length == 0)
                    .onTermination()
                    .invoke(reader::cancel);
        });
    }

    private Uni<byte[]> answer(Chunk<I> chunk) {
        if (chunk.isEmpty()) {
            return Uni.createFrom().item(new byte[0]);
        }
        return commits.bound(work.commit(chunk.items()))
                .onFailure()
                .recoverWithItem(failure -> failed(chunk, failure))
                .emitOn(executor)
                .map(outcomes -> text.of(chunk, outcomes));
    }

    private static List<Outcome> failed(Chunk<?> chunk, Throwable failure) {
        int size = chunk.items().size();
        LOG.warnf("a chunk of %d lines could not be committed: %s", size, Fault.text(failure));
        ProblemException problem = ProblemException.unavailable("The line may not have been taken; send it again");
        return Collections.nCopies(size, Outcome.of(null, OutcomeState.FAILED, problem));
    }
}
