package dev.standing.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.delivery.writer.Bench;
import dev.standing.delivery.writer.Phase;
import dev.standing.delivery.writer.Writer;
import dev.standing.scoring.Api;
import dev.standing.scoring.MovableClock;
import dev.standing.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of the release before that kept no day beside each member, and activity a row a day, is taken over with all that is in it. */
@QuarkusTest
class UpgradeIT {
    /** Schema version 7, with the data of whoever is there. */
    private static final String BEFORE = """
        alter table scoring.member drop column day;
        alter table scoring.score_journal drop column first_day;
        drop table scoring.edition;
        alter table scoring.member drop column causes;
        alter table scoring.score_journal drop column causes;
        drop table scoring.score_read;
        drop table scoring.partner_figure;
        alter table scoring.evaluation drop column discounted;
        alter table scoring.member drop column discounted;
        alter table scoring.member drop column until_day;
        alter table scoring.evaluation drop column kept_in;
        create table scoring.cell as select * from scoring.activity;
        drop view scoring.activity;
        drop function scoring.activity_cells;
        drop table scoring.member_activity;
        alter table scoring.cell rename to activity;
        alter table scoring.activity add primary key (member, partner, kind, category_group, currency, day);
        create table scoring.activity_packed (
            member text not null, partner text not null, kind text not null, category_group text not null, currency text not null,
            days integer[] not null, records bigint[] not null, amounts numeric[] not null,
            primary key (member, partner, kind, category_group, currency));
        alter table scoring.activity owner to scoring;
        alter table scoring.activity_packed owner to scoring;
        delete from scoring.flyway_schema_history
        where version in ('8', '9', '10', '11', '12', '13', '14', '14.1', '14.2', '15')
        """;

    @Inject
    Flyway flyway;

    @Inject
    MovableClock clock;

    @Inject
    Writer writer;

    private final Bench bench = new Bench();
    private final Wire wire = new Wire();
    private final String prefix = "u" + System.nanoTime() + "-";
    private final String read = prefix + "read";
    private final String unread = prefix + "unread";

    @BeforeEach
    void twoMembers() {
        awaitLeader();
        join(read);
        join(unread);
        wire.flush();
        Api.awaitQuiet();
        Bench.await("both stand on the day", () -> daysBehind(read) == 0 && daysBehind(unread) == 0);
    }

    @AfterEach
    void close() {
        wire.close();
        bench.close();
    }

    private void awaitLeader() {
        Bench.await("leading", () -> writer.status().phase() == Phase.LEADING);
    }

    private void join(String member) {
        wire.recordsConsent(member, "acme", true, 1);
        wire.record(Wire.accepted(
                "acme", member, member, "rent.paid", clock.instant().minus(90, ChronoUnit.DAYS)));
    }

    private long daysBehind(String member) {
        return bench.number(
                "select e.day - m.day from scoring.evaluation e, scoring.member m where member = '" + member + "'");
    }

    private long published() {
        return bench.number("select count(*) from scoring.score_journal where member like '" + prefix + "%'");
    }

    private void upgrade(String further) {
        bench.execute(BEFORE);
        bench.execute(further);
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(10);
    }

    @Test
    void whoWasReadStandsOnTheDayAndWhoWasNotIsReadWithoutAnyScoreMoving() {
        int score = Api.score(read).getInt("score");
        long before = published();

        bench.whileAnotherLeads(Intake.LOCK, () -> {
            upgrade("delete from scoring.reading where member = '" + unread + "'");
            assertThat(daysBehind(read)).isZero();
            assertThat(daysBehind(unread)).isEqualTo(1);
        });
        awaitLeader();

        Bench.await("the other is read", () -> daysBehind(unread) == 0);
        assertThat(Api.explanation(unread).getInt("score")).isEqualTo(score);
        assertThat(Api.score(read).getInt("score")).isEqualTo(score);
        assertThat(published())
                .as("told once more, for the release before did not say what costs a score its points")
                .isEqualTo(before + 1);
    }

    @Test
    void everybodyIsReadWhereTheReleaseBeforeEndedOnAnotherDay() {
        int score = Api.score(read).getInt("score");

        bench.whileAnotherLeads(
                Intake.LOCK,
                () -> upgrade("update scoring.evaluation set day = day - 400;"
                        + "update scoring.member set score = 400, base = 400, first_day = null where member = '" + read
                        + "'"));
        awaitLeader();

        Bench.await("both are read as of today", () -> daysBehind(read) == 0 && daysBehind(unread) == 0);
        assertThat(Api.score(read).getInt("score")).isEqualTo(score);
        assertThat(Api.explanation(unread).getString("asOfDay"))
                .isEqualTo(Api.explanation(read).getString("asOfDay"));
    }

    @Test
    void activityCountsToTheLastUnitWhetherItWasADayARowOrPacked() {
        String much = prefix + "much";
        String undone = prefix + "undone";
        String ofAll = "select hashtextextended(string_agg(cell::text, ' ' order by cell::text), 0)"
                + " from (select member, partner, kind, category_group, currency, day, records, amount_minor"
                + " from scoring.activity where member in ('" + read + "', '" + unread + "')) as cell";
        long before = bench.number(ofAll);

        bench.whileAnotherLeads(Intake.LOCK, () -> upgrade(("""
                insert into scoring.activity (member, partner, kind, category_group, currency, day, records, amount_minor)
                values ('%1$s', 'acme', 'rent.paid', 'other', 'EUR', 20000, 5, 1e40),
                       ('%1$s', 'acme', 'rent.paid', 'other', '', 20000, 1, 3),
                       ('%2$s', 'acme', 'rent.paid', 'other', 'EUR', 20000, 0, 0);
                insert into scoring.activity_packed (member, partner, kind, category_group, currency, days, records, amounts)
                values ('%1$s', 'acme', 'rent.paid', 'other', 'EUR', '{19999,20000}', '{1,2}', '{7,1e30}')
                """).formatted(much, undone)));
        awaitLeader();

        assertThat(bench.number(ofAll)).isEqualTo(before);
        assertThat(bench.number(
                        "select count(*) from scoring.activity where member = '" + much + "' and partner = 'acme'"
                                + " and kind = 'rent.paid' and category_group = 'other' and (currency, day, records, amount_minor) in"
                                + " (('EUR', 19999, 1, 7), ('EUR', 20000, 7, 1e40 + 1e30), ('', 20000, 1, 3))"))
                .isEqualTo(3);
        assertThat(bench.number("select count(*) from scoring.member_activity where member in ('" + much + "', '"
                        + undone + "')"))
                .isEqualTo(1);
        assertThat(bench.number("select count(*) from scoring.flyway_schema_history h, scoring.member_activity a"
                        + " where h.version = '14.1' and a.member = '" + much + "' and h.xmin = a.xmin"))
                .as("noted by the transaction that did it")
                .isEqualTo(1);
    }
}
