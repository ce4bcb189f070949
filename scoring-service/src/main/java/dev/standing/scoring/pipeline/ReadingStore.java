package dev.standing.scoring.pipeline;

import dev.standing.database.Columns;
import dev.standing.database.Session;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.scorecard.Reading;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Readings in the database, from which every question is answered: nobody who asks has a member's activity read. */
final class ReadingStore {
    private static final String SAVE = """
            insert into reading (member, scorecard, measured)
            select member, $3, string_to_array(measured, ',', '')::bigint[]
            from unnest($1::text[], $2::text[]) as fresh (member, measured)
            on conflict (member) do update set scorecard = excluded.scorecard, measured = excluded.measured
                where reading.scorecard <> excluded.scorecard or reading.measured is distinct from excluded.measured
            """;
    private static final Columns<Row> COLUMNS =
            Columns.of(Row.class).text(Row::member).text(Row::measured);

    private ReadingStore() {}

    /** The list in the database's own form, for there are no arrays of arrays of different lengths. */
    private record Row(String member, String measured) {
        static Row of(Member member, Reading reading) {
            return new Row(
                    member.name(),
                    reading.measured().stream()
                            .map(value -> value == null ? "" : value.toString())
                            .collect(Collectors.joining(",")));
        }
    }

    /** Writes those that are not stored so already. */
    static void save(Session session, Map<Member, Reading> readings, String scorecard) {
        if (readings.isEmpty()) {
            return;
        }
        List<Row> rows = readings.entrySet().stream()
                .map(each -> Row.of(each.getKey(), each.getValue()))
                .toList();
        session.send(SAVE, COLUMNS.of(rows).addString(scorecard));
    }
}
