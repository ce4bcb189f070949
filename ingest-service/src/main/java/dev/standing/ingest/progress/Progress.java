package dev.standing.ingest.progress;

import dev.standing.contracts.event.ProgressEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** How far scoring has come. Kept in the database, for all processes alike. */
@ApplicationScoped
public class Progress {
    private final Pool pool;

    Progress(Pool pool) {
        this.pool = pool;
    }

    /** Whether what the ledger has at that position is in its member's score, and all that was committed before it. */
    public Uni<Boolean> isScored(long position) {
        return pool.preparedQuery("select from ingest.progress where ledger_through >= $1")
                .execute(Tuple.of(position))
                .map(rows -> rows.size() > 0);
    }

    /** Only the highest position counts, so repetition and disorder are harmless. */
    Uni<Void> note(ProgressEvent event) {
        return pool.preparedQuery("update ingest.progress set ledger_through = $1 where ledger_through < $1")
                .execute(Tuple.of(event.ledgerThrough()))
                .replaceWithVoid();
    }
}
