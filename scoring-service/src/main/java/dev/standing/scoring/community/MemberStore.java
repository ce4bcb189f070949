package dev.standing.scoring.community;

import dev.standing.database.Columns;
import dev.standing.database.CopyRow;
import dev.standing.database.CopyRow.TextNumber;
import dev.standing.database.Session;
import dev.standing.database.Snapshot;
import dev.standing.scoring.scorecard.Dimension;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.ObjIntConsumer;
import java.util.stream.Gatherers;

/** Members in the database. */
public final class MemberStore {
    private static final int PAGE = 10_000;
    private static final String SAVE = """
            insert into member (member, known, base, history, capacity, behaviour, identity, connections,
                                first_day, score, sequence, scorecard, day, until_day, discounted, causes, changed_at)
            select member, known, base, history, capacity, behaviour, identity, connections,
                   first_day, score, sequence, scorecard, day, until_day, discounted, causes,
                   case when score is null then null else $17::timestamptz end
            from unnest($1::text[], $2::bool[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[],
                        $9::int[], $10::int[], $11::bigint[], $12::text[], $13::int[], $14::int[], $15::text[],
                        $16::text[])
                 as fresh (member, known, base, history, capacity, behaviour, identity, connections,
                           first_day, score, sequence, scorecard, day, until_day, discounted, causes)
            on conflict (member) do update set
                known = excluded.known, base = excluded.base, history = excluded.history, capacity = excluded.capacity,
                behaviour = excluded.behaviour, identity = excluded.identity, connections = excluded.connections,
                first_day = excluded.first_day, score = excluded.score, sequence = excluded.sequence,
                scorecard = excluded.scorecard, day = excluded.day, until_day = excluded.until_day, discounted = excluded.discounted,
                causes = excluded.causes, changed_at = excluded.changed_at
            """;
    private static final String STAND_ON = """
            update member m set day = $3, until_day = fresh.until_day, scorecard = $4, discounted = $5
            from unnest($1::text[], $2::int[]) as fresh (member, until_day)
            where m.member = fresh.member
            """;
    private static final Columns<Stored> NAMES_AND_UNTIL = Columns.of(Stored.class)
            .text(Stored::name)
            .int4(each -> each.state().until());
    private static final String EVERYBODY = """
            select member, day, scorecard, discounted, coalesce(until_day, day + 1), known, base,
                   history, capacity, behaviour, identity, connections, causes, first_day, score, sequence
            from member
            """;
    private static final String PAGE_END =
            "select member from member where member > $1 order by member offset $2 limit 1";
    private static final String FORGET_UNTIL = """
            update member set until_day = null
            where member > $1 and ($2::text is null or member <= $2) and until_day is not null
            """;
    private static final Columns<Stored> COLUMNS = columns();

    private MemberStore() {}

    /** A member as a row has them, looked up once for all columns. */
    private record Stored(String name, MemberState state) {
        static Stored of(Member member) {
            return new Stored(member.name(), member.state());
        }
    }

    private static Columns<Stored> columns() {
        Columns<Stored> columns = Columns.of(Stored.class)
                .text(Stored::name)
                .bool(each -> each.state().known())
                .int4(each -> each.state().base());
        for (Dimension dimension : Dimension.values()) {
            columns = columns.int4(each -> each.state().points()[dimension.index()]);
        }
        return columns.int4(each -> each.state().firstDay())
                .int4(each -> each.state().score())
                .int8(each -> each.state().sequence())
                .text(each -> each.state().basis().scorecard())
                .int4(each -> each.state().basis().day())
                .int4(each -> each.state().until())
                .text(each -> each.state().basis().discounted())
                .text(each -> each.state().causes());
    }

    /** Writes members as they are now. */
    public static void save(Session session, Collection<Member> members, Instant now) {
        members.stream()
                .map(Stored::of)
                .gather(Gatherers.windowFixed(PAGE))
                .forEach(page -> session.send(SAVE, COLUMNS.of(page).addOffsetDateTime(now.atOffset(ZoneOffset.UTC))));
    }

    /** Writes of members of whom nothing else is another than before what they were read on now. */
    public static void standOn(Session session, Basis basis, Collection<Member> members) {
        if (!members.isEmpty()) {
            session.send(
                    STAND_ON,
                    NAMES_AND_UNTIL
                            .of(members.stream().map(Stored::of).toList())
                            .addInteger(basis.day())
                            .addString(basis.scorecard())
                            .addString(basis.discounted()));
        }
    }

    /** Whatever is told to have changed later, by a clock that ran ahead, changed then. */
    public static void changedBy(Session session, Instant then) {
        session.run("update member set changed_at = $1 where changed_at > $1", then.atOffset(ZoneOffset.UTC));
    }

    /**
     * Until when readings hold is not known any more: everybody is to be read on the next day. Some at a time, each in a transaction of its own;
     * who was interrupted begins anew.
     *
     * @param progress called now and then
     */
    public static void forgetUntil(Session session, Runnable progress) {
        String last = "";
        while (last != null) {
            RowIterator<Row> next = session.run(PAGE_END, last, PAGE - 1).iterator();
            String end = next.hasNext() ? next.next().getString(0) : null;
            session.run(FORGET_UNTIL, last, end);
            progress.run();
            last = end;
        }
    }

    /**
     * Everybody, in any order.
     *
     * @param member the number of a member, by name
     */
    static void each(Snapshot snapshot, Runnable progress, TextNumber member, ObjIntConsumer<MemberState> reader) {
        snapshot.each(EVERYBODY, progress, row -> {
            int number = row.textAs(member);
            reader.accept(state(row), number);
        });
    }

    private static MemberState state(CopyRow row) {
        Basis basis = new Basis(row.int4(), row.text(), row.text());
        return new MemberState(
                basis,
                row.int4(),
                row.bool(),
                row.int4(),
                points(row),
                row.textOrNull(),
                row.int4OrNull(),
                row.int4OrNull(),
                row.int8());
    }

    private static int[] points(CopyRow row) {
        int[] points = new int[Dimension.values().length];
        for (Dimension dimension : Dimension.values()) {
            points[dimension.index()] = row.int4();
        }
        return points;
    }
}
