package dev.standing.privileges.webhooks.fanout;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.database.Session;
import dev.standing.delivery.writer.Bench;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TidyingIT {
    private static final String INSERT = """
            insert into privileges.webhook_event (partner, member, sequence, id, type, body, at)
            select '%s', 'm-1', n, '%1$s' || n, 'consent.withdrawn', '{}', now() - interval '%s' from generate_series(%d, %d) n
            """;

    private final String partner = "past-" + System.nanoTime();

    @Inject
    Pool pool;

    @Test
    void whatIsThirtyDaysOldIsDeletedAndTheCursorOfTheLastOfItStaysGood() {
        try (Bench bench = new Bench()) {
            Bench.await("it is known what members allow", () -> feed(0).statusCode() == 200);
            bench.execute(INSERT.formatted(partner, "29 days 23 hours", 1, 1));
            bench.execute(INSERT.formatted(partner, "30 days 1 hour", 2, 6_000));
            long last = last(bench);

            tidy();

            // The first is older by its cursor and younger by its time.
            assertThat(bench.number(count())).isEqualTo(1);
            assertThat(feed(0).jsonPath().getList("events")).hasSize(1);
            assertThat(feed(last).statusCode()).isEqualTo(200);
            assertThat(feed(last).jsonPath().getLong("next")).isEqualTo(last);
            assertThat(feed(last + 1).jsonPath().getString("detail"))
                    .isEqualTo("after is '" + (last + 1) + "'; allowed: 0 to " + last);

            bench.execute(INSERT.formatted(partner, "30 days 1 hour", 6_001, 6_001));
            long later = last(bench);
            tidy();
            assertThat(feed(later).statusCode()).isEqualTo(200);
            assertThat(feed(later + 1).statusCode()).isEqualTo(422);
        }
    }

    private void tidy() {
        try (Session session = Session.open(pool, Duration.ofSeconds(20))) {
            new Tidying(session, Duration.ofDays(30)).run();
        }
    }

    private long last(Bench bench) {
        return bench.number("select max(position) from privileges.webhook_event where partner = '" + partner + "'");
    }

    private String count() {
        return "select count(*) from privileges.webhook_event where partner = '" + partner + "'";
    }

    private Response feed(long after) {
        return given().auth().oauth2(Tokens.partner(partner)).get("/v1/events?after=" + after);
    }
}
