package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.local.test.TestStack;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.jdbc.DriverDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases meet schemas of others: 2 adds to what 1 has, 3 takes away what 1 needs and 2 does not. */
class KnownSchemaIT {
    private static final Pool POOL = Pools.ofTestStack();

    @BeforeEach
    void nothingIsThere() {
        release(1).clean();
        try (Session session = Session.open(POOL, Duration.ofSeconds(10))) {
            session.command("comment on schema scoring is null");
        }
    }

    @AfterAll
    static void close() {
        POOL.closeAndAwait();
    }

    private static Flyway release(int number) {
        TestStack stack = TestStack.get();
        return release(
                number,
                new DriverDataSource(
                        KnownSchemaIT.class.getClassLoader(), null, stack.jdbcUrl(), "scoring", stack.password()));
    }

    private static Flyway release(int number, DataSource connections) {
        return Flyway.configure()
                .dataSource(connections)
                .schemas("scoring")
                .defaultSchema("scoring")
                .locations("classpath:release-" + number)
                .cleanDisabled(false)
                .load();
    }

    private static void prepare(int release, boolean migrates) {
        new KnownSchema(release(release), migrates).prepare(name -> Migration.comment(POOL, name));
    }

    @Test
    void itIsBroughtUpToDate() {
        prepare(2, true);

        assertThat(release(2).info().current().getVersion().getVersion()).isEqualTo("2");
    }

    @Test
    void theReleaseBeforeRunsOnTheSchemaOfTheNext() {
        prepare(2, true);
        prepare(1, true);
        prepare(1, false);
        prepare(3, true);
        prepare(2, true);
        prepare(2, false);
    }

    @Test
    void aReleaseThatASchemaOfTheFutureHasLeftBehindIsRefusedByName() {
        prepare(3, true);

        for (boolean migrates : new boolean[] {true, false}) {
            assertThatThrownBy(() -> prepare(1, migrates))
                    .isInstanceOf(Refused.class)
                    .hasMessage(
                            "The schema scoring is at version 3 and can be used by releases that know version 2 or later; this one knows 1");
        }
    }

    @Test
    void whoDoesNotMigrateWaitsUntilItIsDone() {
        assertThatThrownBy(() -> prepare(2, false))
                .isNotInstanceOf(Refused.class)
                .hasMessageContaining("this release needs 2");
        prepare(1, true);
        assertThatThrownBy(() -> prepare(2, false))
                .isNotInstanceOf(Refused.class)
                .hasMessageContaining("at version 1");
        prepare(2, true);

        prepare(2, false);
    }

    @Test
    void connectionsThatWereLostInAnAttemptHoldUpNoLaterOne() throws SQLException {
        TestStack stack = TestStack.get();
        AgroalDataSourceConfigurationSupplier one = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .acquisitionTimeout(Duration.ofSeconds(1))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(stack.jdbcUrl())
                                .principal(new NamePrincipal("scoring"))
                                .credential(new SimplePassword(stack.password()))));
        try (AgroalDataSource pool = AgroalDataSource.from(one)) {
            KnownSchema schema = new KnownSchema(release(1, pool), true);
            var _ = pool.getConnection();

            assertThatThrownBy(() -> schema.prepare(name -> null)).hasMessageContaining("acquisition timeout");
            prepareAgainAndAgain(schema);
        }
    }

    /** The pool closes what it drops in its own time, and may hand it out once more before. */
    private static void prepareAgainAndAgain(KnownSchema schema) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (true) {
            try {
                schema.prepare(name -> null);
                return;
            } catch (RuntimeException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
            }
        }
    }
}
