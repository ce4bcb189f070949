package dev.standing.ingest.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A migration among callers who work with the tables that it changes. */
@QuarkusTest
class MigrationIT {
    @Inject
    Flyway flyway;

    @Inject
    AgroalDataSource connections;

    @Test
    void givesWayToWhoHoldsATableForLong() throws Exception {
        try (Connection holder = connections.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table ingest.flyway_schema_history in access exclusive mode");

            assertThatThrownBy(flyway::migrate).hasStackTraceContaining("lock timeout");

            holder.rollback();
        }
        assertThat(flyway.migrate().success).isTrue();
    }
}
