package dev.standing.privileges.webhooks.endpoints;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Those who write down what happens. Whoever looks at them holds nothing: behind a lock of their table, held or only asked for, the next of them and so
 * everybody would wait.
 */
@Singleton
class Writers {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    /** A transaction in which nobody is heard is ended before that. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    /** A statement that writes has this lock before it sees what there is, and its transaction has it to its end. */
    private static final String WRITING = """
            select coalesce(array_agg(virtualtransaction), '{}') from pg_locks
            where locktype = 'relation' and database = (select oid from pg_database where datname = current_database())
                and relation = 'privileges.happening'::regclass and mode = 'RowExclusiveLock' and granted
                and ($1::text[] is null or virtualtransaction = any($1))
            """;

    private final Pool pool;

    Writers(Pool pool) {
        this.pool = pool;
    }

    /** Until those who began before this have ended, or for as long as is sensible. */
    Uni<Void> awaitEnd() {
        return await(null, System.nanoTime() + LONGEST.toNanos());
    }

    private Uni<Void> await(String @Nullable [] before, long end) {
        return pool.preparedQuery(WRITING)
                .execute(Tuple.of((Object) before))
                .map(rows -> rows.iterator().next().getArrayOfStrings(0))
                .chain(writing -> writing.length == 0 || System.nanoTime() - end >= 0
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(LOOK_EVERY)
                                .chain(() -> await(writing, end)));
    }
}
