package dev.standing.privileges.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.delivery.writer.Bench;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionIT {
    private static final String INSERT = """
            insert into privileges.decision (id, at, partner, member, perk, allowed, answer, policy, basis)
            select gen_random_uuid(), now() - interval '%s', 'acme', '%s', 'bike-hire', false, '{}', 1, '{}'
            from generate_series(1, %d)
            """;

    @Inject
    Retention retention;

    @Test
    void whatIsOlderThanTwentyFiveMonthsIsDeletedAndNothingElse() {
        String member = "kept-" + System.nanoTime();
        try (Bench bench = new Bench()) {
            Bench.await(
                    "there is a schema",
                    () -> bench.number("select count(*) from information_schema.tables where table_name = 'decision'")
                            > 0);
            bench.execute(INSERT.formatted("25 months 1 hour", member, 6_000));
            bench.execute(INSERT.formatted("25 months -1 hour", member, 2));
            bench.execute(INSERT.formatted("0 months", member, 3));

            retention.deleteOld();

            assertThat(bench.number("select count(*) from privileges.decision where member = '" + member + "'"))
                    .isEqualTo(5);
        }
    }
}
