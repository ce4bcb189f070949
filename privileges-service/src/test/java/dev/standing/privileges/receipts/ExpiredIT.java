package dev.standing.privileges.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.delivery.writer.Bench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiredIT {
    private static final String INSERT = """
            insert into privileges.receipt (id, member, audience, disclosed, list, place, issued_at, expires_at)
            select gen_random_uuid(), '%1$s', 'a', 'band', %2$d, place, now() - interval '40 days', now() - interval '%3$s'
            from generate_series(1, %4$d) as place
            """;

    @Inject
    Expired expired;

    @Test
    void whatExpiredMoreThanADayAgoIsDeletedAndNothingElse() {
        String member = "expired-" + System.nanoTime();
        try (Bench bench = new Bench()) {
            Bench.await(
                    "there is a schema",
                    () -> bench.number("select count(*) from information_schema.tables where table_name = 'receipt'")
                            > 0);
            bench.execute(INSERT.formatted(member, 1_000_001, "25 hours", 6_000));
            bench.execute(INSERT.formatted(member, 1_000_002, "23 hours", 2));
            bench.execute(INSERT.formatted(member, 1_000_003, "-1 hour", 3));

            expired.delete();

            assertThat(bench.number("select count(*) from privileges.receipt where member = '" + member + "'"))
                    .isEqualTo(5);
            bench.execute("delete from privileges.receipt where member = '" + member + "'");
        }
    }
}
