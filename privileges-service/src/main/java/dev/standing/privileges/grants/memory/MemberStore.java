package dev.standing.privileges.grants.memory;

import dev.standing.contracts.event.Topics;
import dev.standing.database.Session;
import dev.standing.database.Snapshot;
import dev.standing.privileges.policy.PerkPolicy;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads what is stored, as one consistent view: all of it, or of those members whose rows were written since it was last read. */
@Singleton
public final class MemberStore {
    /** Of rows behind a mark the newest, and whether all are this transaction's. */
    private static final String LATER = """
            select position, at, coalesce(bool_and(xmin = pg_current_xact_id_if_assigned()::xid) over (), false) from privileges.changed
            where position > $1 order by position desc limit 1
            """;

    private static final String EXPECTED =
            "select greatest(reltuples, 0)::int from pg_class where oid = 'privileges.member'::regclass";
    private static final String HEARD = """
            select coalesce(max(at) filter (where topic = '%s'), 'epoch'), coalesce(max(at) filter (where topic = '%s'), 'epoch')
            from privileges.heard
            """.formatted(Topics.CONSENTS, Topics.DISPUTES);
    private final PerkPolicy policy;
    private final DataSource database;

    public MemberStore(PerkPolicy policy, DataSource database) {
        this.policy = policy;
        this.database = database;
    }

    /**
     * What is stored.
     *
     * @param isAll whether these are all members, and not only those that have changed
     * @param consentsThrough up to when it is known what members allow
     * @param disputesThrough up to when it is known what members contest
     */
    public record Stored(
            MemberTable members, boolean isAll, Mark mark, Instant consentsThrough, Instant disputesThrough) {}

    /**
     * Reads.
     *
     * @param known how far was read before; null where nothing was, or where all is to be read anew
     * @param patience how long the database may be silent
     * @param progress called now and then, so that whoever waits sees that it goes on
     */
    public Stored load(@Nullable Mark known, Duration patience, Runnable progress) {
        try (Snapshot snapshot = Snapshot.open(database, patience)) {
            List<Mark> marks = marks(snapshot, known);
            Mark newest = marks.getLast();
            boolean isAll = !marks.contains(known);
            MemberTable members = new MemberTable(isAll ? expected(snapshot) : 0);
            if (!newest.equals(known)) {
                Loading loading = new Loading(snapshot, policy, members, progress);
                if (known == null || isAll) {
                    loading.all();
                } else {
                    loading.changedSince(known.position());
                }
            }
            Instant[] through = new Instant[2];
            snapshot.each(HEARD, progress, row -> {
                through[0] = row.timestamptz();
                through[1] = row.timestamptz();
            });
            return new Stored(members, isAll, newest, through[0], through[1]);
        }
    }

    /** The newest, and the one that is known where it is there, in order. */
    private static List<Mark> marks(Snapshot snapshot, @Nullable Mark known) {
        String query = """
                select position, at from privileges.changed
                where position in ((select max(position) from privileges.changed), %d) order by position
                """.formatted(known == null ? 0 : known.position());
        List<Mark> marks = new ArrayList<>();
        snapshot.each(query, () -> {}, row -> marks.add(new Mark(row.int8(), row.timestamptz())));
        return marks;
    }

    private static int expected(Snapshot snapshot) {
        int[] expected = new int[1];
        snapshot.each(EXPECTED, () -> {}, row -> expected[0] = row.int4());
        return expected[0];
    }

    /**
     * How far a memory is that was as far as {@code known} and takes what this session's transaction writes, once that is committed. Null where
     * somebody else wrote meanwhile, so that what is behind {@code known} has to be read.
     */
    public @Nullable Mark after(Mark known, Session session) {
        RowIterator<Row> later = session.run(LATER, known.position()).iterator();
        if (!later.hasNext()) {
            return known;
        }
        Row newest = later.next();
        return newest.getBoolean(2)
                ? new Mark(newest.getLong(0), newest.getOffsetDateTime(1).toInstant())
                : null;
    }
}
