package dev.standing.privileges.grants.memory;

import dev.standing.contracts.event.Topics;
import dev.standing.database.Session;
import dev.standing.database.Snapshot;
import dev.standing.privileges.policy.PerkPolicy;
import io.vertx.mutiny.sqlclient.Row;
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
    private static final String NEWEST = "select position, at from privileges.changed order by position desc limit 1";
    private static final String EXPECTED =
            "select greatest(reltuples, 0)::int from pg_class where oid = 'privileges.member'::regclass";
    private static final String HEARD = """
            select coalesce(max(at) filter (where topic = '%s'), 'epoch'), coalesce(max(at) filter (where topic = '%s'), 'epoch')
            from privileges.heard
            """.formatted(Topics.CONSENTS, Topics.DISPUTES);
    private static final String PRUNE = """
            delete from privileges.changed
            where at < now() - $1 * interval '1 second' and position < (select max(position) from privileges.changed)
            """;

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

    /** How far it is once the transaction of this session is committed. */
    public Mark mark(Session session) {
        Row row = session.run(NEWEST).iterator().next();
        return new Mark(row.getLong(0), row.getOffsetDateTime(1).toInstant());
    }

    /** Forgets who changed before that long; who has not read since then reads all. */
    public void prune(Session session, Duration kept) {
        session.run(PRUNE, (double) kept.toSeconds());
    }
}
