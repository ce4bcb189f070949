package dev.standing.privileges.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.standing.local.test.TestStack;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** By the platform's own Flyway, which the command {@code migrate} uses too: a release that is set back meets the schema of the next. */
@QuarkusTest
class RollbackIT {
    private static final String NEXT = "99999";

    @Inject
    Flyway flyway;

    @Inject
    Pool pool;

    @Test
    void theSchemaOfTheNextReleaseIsNoFault() {
        pool.query("insert into privileges.flyway_schema_history select max(installed_rank) + 1, '" + NEXT
                        + "', 'of the next', 'SQL', 'V" + NEXT + "__of_the_next.sql', 1, 'somebody', now(), 1, true"
                        + " from privileges.flyway_schema_history")
                .executeAndAwait();
        try {
            // As the platform has set it up; but its connections may be of a database that another test has ended
            // since.
            Flyway ours = Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(
                            TestStack.get().jdbcUrl(),
                            "privileges",
                            TestStack.get().password())
                    .load();
            assertThatCode(ours::migrate).doesNotThrowAnyException();
            assertThat(ours.info().current().getVersion().getVersion()).isEqualTo(NEXT);
        } finally {
            pool.query("delete from privileges.flyway_schema_history where version = '" + NEXT + "'")
                    .executeAndAwait();
        }
    }
}
