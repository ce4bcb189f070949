package dev.standing.scoring.member;

import dev.standing.database.Session;
import dev.standing.scoring.scorecard.Dimension;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Members in the database. */
public final class MemberStore {
    private static final int PAGE = 10_000;
    private static final String SAVE = """
            insert into member (member, known, base, history, capacity, behaviour, identity, connections,
                                first_day, score, sequence, scorecard, changed_at)
            select member, known, base, history, capacity, behaviour, identity, connections,
                   first_day, score, sequence, $12, case when score is null then null else $13::timestamptz end
            from unnest($1::text[], $2::bool[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[],
                        $9::int[], $10::int[], $11::bigint[])
                 as fresh (member, known, base, history, capacity, behaviour, identity, connections,
                           first_day, score, sequence)
            on conflict (member) do update set
                known = excluded.known, base = excluded.base, history = excluded.history, capacity = excluded.capacity,
                behaviour = excluded.behaviour, identity = excluded.identity, connections = excluded.connections,
                first_day = excluded.first_day, score = excluded.score, sequence = excluded.sequence,
                scorecard = excluded.scorecard, changed_at = excluded.changed_at
            """;

    private MemberStore() {}

    /** Writes members as they are now. */
    public static void save(Session session, List<Member> members, String scorecard, Instant now) {
        for (int from = 0; from < members.size(); from += PAGE) {
            savePage(session, members.subList(from, Math.min(members.size(), from + PAGE)), scorecard, now);
        }
    }

    private static void savePage(Session session, List<Member> members, String scorecard, Instant now) {
        int n = members.size();
        String[] names = new String[n];
        Boolean[] known = new Boolean[n];
        Integer[] bases = new Integer[n];
        Integer[][] points = new Integer[Dimension.values().length][n];
        Integer[] firstDays = new Integer[n];
        Integer[] scores = new Integer[n];
        Long[] sequences = new Long[n];
        for (int i = 0; i < n; i++) {
            Member member = members.get(i);
            names[i] = member.name;
            known[i] = member.known;
            bases[i] = member.base;
            for (int d = 0; d < points.length; d++) {
                points[d][i] = member.points[d];
            }
            firstDays[i] = member.firstDay == Member.NO_DAY ? null : (Integer) member.firstDay;
            scores[i] = member.score == Member.NO_SCORE ? null : (Integer) member.score;
            sequences[i] = member.sequence;
        }
        session.run(
                SAVE,
                names,
                known,
                bases,
                points[0],
                points[1],
                points[2],
                points[3],
                points[4],
                firstDays,
                scores,
                sequences,
                scorecard,
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    /** Reads everybody into an empty community; {@code alive} is called now and then. */
    public static void load(Session session, Community community, Runnable alive) {
        String after = "";
        int read = PAGE;
        while (read == PAGE) {
            read = 0;
            for (Row row :
                    session.run("select * from member where member > $1 order by member limit $2", after, PAGE)) {
                after = row.getString("member");
                load(row, community.join(after, row.getInteger("base")));
                read++;
            }
            alive.run();
        }
    }

    private static void load(Row row, Member member) {
        member.known = row.getBoolean("known");
        for (Dimension dimension : Dimension.values()) {
            member.points[dimension.index()] = row.getInteger(dimension.code());
        }
        Integer firstDay = row.getInteger("first_day");
        member.firstDay = firstDay == null ? Member.NO_DAY : firstDay;
        Integer score = row.getInteger("score");
        member.score = score == null ? Member.NO_SCORE : score;
        member.sequence = row.getLong("sequence");
    }
}
