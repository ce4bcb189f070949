package dev.standing.database;

import io.quarkus.arc.Unremovable;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Has Flyway migrate on the connection that also holds its lock and notes what was done. It would else take two: the one with the lock is idle in a
 * transaction for as long as a migration takes, which a server that ends such connections does not suffer; and whoever is killed
 * between the migration and the note finds it done and not noted.
 */
@Singleton
@Unremovable
final class OneConnection implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }
}
