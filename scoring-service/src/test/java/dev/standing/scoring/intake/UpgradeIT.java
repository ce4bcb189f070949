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

/** A database of the release before that kept no day beside each member is taken over with all that is in it. */
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
        delete from scoring.flyway_schema_history where version in ('8', '9', '10', '11', '12', '13', '15')
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
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(7);
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
}
