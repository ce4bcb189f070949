package dev.standing.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.TieEvent;
import dev.standing.delivery.writer.Bench;
import dev.standing.delivery.writer.Phase;
import dev.standing.delivery.writer.Writer;
import dev.standing.scoring.Api;
import dev.standing.scoring.MovableClock;
import dev.standing.scoring.Wire;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.PackedLiteral;
import dev.standing.scoring.activity.SeriesKey;
import dev.standing.scoring.calendar.EpochDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody is read anew as days pass, beside the stream. */
@QuarkusTest
class ReevaluationIT {
    private static final int MEMBERS = 10_000;
    private static final List<String> KINDS =
            List.of("rent.paid", "payment.late", "payment.on-time", "loan.defaulted", "purchase", "identity.verified");

    @Inject
    MovableClock clock;

    @Inject
    Writer writer;

    private final Bench bench = new Bench();
    private final Wire wire = new Wire();
    private final String prefix = "e" + System.nanoTime() + "-";

    @BeforeEach
    void awaitLeader() {
        Bench.await("leading", () -> writer.status().phase() == Phase.LEADING);
    }

    @AfterEach
    void close() {
        wire.close();
        bench.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private long standing(String and) {
        return bench.number("select count(*) from scoring.member where member like '" + prefix + "%' and day " + and);
    }

    /** How many stand on the day and are not published and measured as of then, or are and do not stand on it. */
    private long torn() {
        return bench.number("select count(*) from scoring.member m, scoring.evaluation e where m.member like '" + prefix
                + "%' and (m.day = e.day) <> (exists (select from scoring.reading r where r.member = m.member)"
                + " and exists (select from scoring.score_journal j where j.member = m.member and j.sequence = m.sequence"
                + " and j.score = m.score and j.base = m.base and j.tenure_in_days = m.day - m.first_day))");
    }

    private void join(String member) {
        wire.recordsConsent(member, "acme", true, 1);
        wire.record(Wire.accepted(
                "acme", member, member, "rent.paid", clock.instant().minus(1, ChronoUnit.DAYS)));
        wire.flush();
        Api.awaitQuiet();
    }

    /** Members as of the day before, each with a record that earns more than they have. */
    private String crowd() {
        Activity rent = new Activity();
        rent.add(
                new SeriesKey("acme", "rent.paid", "other", "USD"),
                (int) bench.number("select day - 10 from scoring.evaluation"),
                1,
                50_000);
        return """
            insert into scoring.member (member, known, base, history, capacity, behaviour, identity, connections,
                                        score, sequence, scorecard, day, changed_at)
            select '%1$s' || n, true, 441, 91, 0, 0, 0, 0, 441, 1, scorecard, day - 1, now()
            from scoring.evaluation, generate_series(1, %2$d) as n;
            insert into scoring.consent (member, purpose, partner, granted, version)
            select '%1$s' || n, 'records', 'acme', true, 1 from generate_series(1, %2$d) as n;
            insert into scoring.member_activity (member, partner, packed)
            select '%1$s' || n, 'acme', %3$s from generate_series(1, %2$d) as n
            """.formatted(prefix, MEMBERS, PackedLiteral.of(rent));
    }

    @Test
    void batchesGoOnBetweenAndWhatEndsItInTheMiddleIsGoneOnWith() {
        String newcomer = prefix + "new";
        bench.whileAnotherLeads(Intake.LOCK, () -> bench.execute(crowd()));
        Bench.await("some are read", () -> standing("= (select day from scoring.evaluation)") > 0);
        bench.breakSession(Intake.LOCK);
        long left = standing("< (select day from scoring.evaluation)");
        assertThat(left).as("left in the middle").isPositive();
        assertThat(torn()).as("between two days").isZero();

        join(newcomer);

        Bench.await("all are read", () -> {
            assertThat(torn()).as("between two days").isZero();
            return standing("< (select day from scoring.evaluation)") == 0;
        });
        assertThat(bench.number("select count(*) from scoring.score_journal where member like '" + prefix
                        + "%' and cause = 'time'"))
                .as("each is published once")
                .isEqualTo(MEMBERS);
        assertThat(bench.number(
                        "select count(*) from scoring.member where member like '" + prefix + "%' and score <= 441"))
                .isZero();
        assertThat(bench.number("select count(*) from scoring.score_journal where member like '" + prefix
                        + "%' and cause = 'time' and position > (select min(position) from scoring.score_journal where member = '"
                        + newcomer + "')"))
                .as("published after a record that came in the middle")
                .isPositive();
    }

    /** Everything that is told of a member, to the letter. */
    private static String told(String member) {
        return Api.score(member).prettify() + Api.explanation(member).prettify();
    }

    private long daysOld(String member) {
        return bench.number(
                "select e.day - m.day from scoring.evaluation e, scoring.member m where member = '" + member + "'");
    }

    private void nextDay() {
        clock.advance(Duration.ofDays(1));
        Bench.await(
                "the day is kept up with",
                () -> bench.number("select day from scoring.evaluation") == EpochDay.of(clock.instant()) && due() == 0);
    }

    private long due() {
        return bench.number("select count(*) from scoring.member m, scoring.evaluation e"
                + " where m.day < e.day and coalesce(m.until_day, 0) <= e.day");
    }

    /** Members with some records each, of years, and friends. */
    private List<String> neighbourhood() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> members = new ArrayList<>();
        for (int m = 0; m < 30; m++) {
            String member = prefix + "n" + m;
            members.add(member);
            wire.recordsConsent(member, "acme", true, 1);
            wire.socialConsent(member, true, 1);
            for (int i = random.nextInt(12); i > 0; i--) {
                String kind = KINDS.get(random.nextInt(KINDS.size()));
                Instant at = clock.instant().minus(random.nextInt(800), ChronoUnit.DAYS);
                wire.record(Wire.accepted("acme", member + "-" + i, member, kind, at));
            }
            for (int friend : m < 4 ? new int[0] : new int[] {0, 1, 2 + random.nextInt(m - 2)}) {
                wire.tie(member, prefix + "n" + friend, TieEvent.State.ACTIVE, 1);
            }
        }
        wire.flush();
        Api.awaitQuiet();
        return members;
    }

    @Test
    void asDaysPassOnlyThoseAreReadWhoMayReadOtherwiseAndNothingElseIsToldThanIfAllWere() {
        List<String> members = neighbourhood();
        int day = EpochDay.of(clock.instant());
        for (int passed = 1; passed <= 12; passed++) {
            nextDay();
            if (passed % 4 == 0) {
                List<String> told = members.stream().map(ReevaluationIT::told).toList();
                long unread =
                        members.stream().filter(member -> daysOld(member) > 0).count();
                long published = published();

                JsonPath all =
                        Api.reevaluate("").then().statusCode(200).extract().jsonPath();

                assertThat(unread)
                        .as("who was not read after " + passed + " days")
                        .isBetween(15L, 30L);
                assertThat(all.getInt("members")).isGreaterThanOrEqualTo(members.size());
                assertThat(members).as("read all the same").allMatch(member -> daysOld(member) == 0);
                assertThat(members.stream().map(ReevaluationIT::told)).isEqualTo(told);
                assertThat(published()).isEqualTo(published);
            }
        }
        assertThat(bench.number("select count(*) from scoring.score_journal where cause = 'time' and member like '"
                        + prefix + "n%' and as_of >= '" + EpochDay.start(day + 1) + "'"))
                .as("days moved somebody")
                .isPositive();
        assertThat(bench.number("select count(*) from scoring.score_journal where member like '" + prefix
                        + "n%' and tenure_in_days <> extract(epoch from as_of)::bigint / 86400 - first_day"))
                .as("told as of another day than that on which it was")
                .isZero();
    }

    private long published() {
        return bench.number("select count(*) from scoring.score_journal where member like '" + prefix + "%'");
    }

    @Test
    void whereAReleaseOfBeforeLedNobodyStandsOnADayUnread() {
        String member = prefix + "rolled";
        join(member);
        nextDay();
        assertThat(daysOld(member)).as("not read").isEqualTo(1);

        Activity longAgo = new Activity();
        longAgo.add(new SeriesKey("acme", "rent.paid", "other", "USD"), EpochDay.of(clock.instant()) - 802, 1, 50_000);
        bench.whileAnotherLeads(
                Intake.LOCK,
                () -> bench.execute("update scoring.evaluation set scorecard = scorecard;"
                        + "update scoring.member_activity set packed = " + PackedLiteral.of(longAgo)
                        + " where member = '" + member + "'"));

        Bench.await("read", () -> daysOld(member) == 0);
        assertThat(Api.explanation(member).getList("attributes.value", Long.class))
                .contains(802L);
    }

    @Test
    void aDayThatAClockMakesUpMovesNobody() {
        String member = prefix + "calm";
        join(member);
        LocalDate today = today();

        clock.whileAhead(Duration.ofDays(400), () -> {
            assertThat(Api.reevaluate("")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getString("asOf"))
                    .isEqualTo(today.toString());
            assertThat(Api.explanation(member).getString("asOfDay")).isEqualTo(today.toString());
        });

        assertThat(Api.reevaluate("").statusCode()).isEqualTo(200);
    }

    @Test
    void scoresComeBackFromADayThatAClockMadeUp() {
        String member = prefix + "back";
        join(member);
        int score = Api.score(member).getInt("score");
        int ahead = EpochDay.of(clock.instant()) + 400;
        bench.whileAnotherLeads(
                Intake.LOCK,
                () -> bench.execute("update scoring.evaluation set day = " + ahead
                        + "; update scoring.member set changed_at = now() + interval '400 days' where member = '"
                        + member
                        + "'"));
        Bench.await("read as of then", () -> Api.score(member).getInt("score") != score);

        Response refused = Api.reevaluate("");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("detail")).contains("back=true");

        JsonPath came =
                Api.reevaluate("?back=true").then().statusCode(200).extract().jsonPath();
        assertThat(came.getString("asOf")).isEqualTo(today().toString());
        JsonPath back = Api.score(member);
        assertThat(back.getInt("score")).isEqualTo(score);
        assertThat(Instant.parse(back.getString("asOf")))
                .isBefore(clock.instant().plusSeconds(1));
        assertThat(Api.reevaluate("").statusCode())
                .as("and from then on as ever")
                .isEqualTo(200);
    }
}
