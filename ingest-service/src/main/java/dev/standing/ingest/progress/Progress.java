package dev.standing.ingest.progress;

import dev.standing.contracts.event.ProgressEvent;
import dev.standing.ingest.relay.Relays;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** How far scoring has come, by partition of the records topic. Kept in the database, for all processes alike. */
@ApplicationScoped
public class Progress {
    private final Pool pool;
    private final Relays relays;

    Progress(Pool pool, Relays relays) {
        this.pool = pool;
        this.relays = relays;
    }

    /** Whether what the ledger has at that position of that member is in the member's score. */
    public Uni<Boolean> isScored(String member, long position) {
        return pool.preparedQuery("select through >= $2 from ingest.scored where partition = $1")
                .execute(Tuple.of(partitionOf(member), position))
                .map(rows -> rows.iterator().hasNext() && rows.iterator().next().getBoolean(0));
    }

    /** Only the highest position of a partition counts, so repetition and disorder are harmless. */
    Uni<Void> note(ProgressEvent event) {
        return pool.preparedQuery("""
                        insert into ingest.scored as s (partition, through) values ($1, $2)
                        on conflict (partition) do update set through = greatest(s.through, excluded.through)
                        """)
                .execute(Tuple.of(event.partition(), event.through()))
                .replaceWithVoid();
    }

    /** As Kafka's default partitioner has it, for the key is the member. */
    private int partitionOf(String member) {
        return Utils.toPositive(Utils.murmur2(member.getBytes(StandardCharsets.UTF_8))) % relays.recordPartitions();
    }
}
