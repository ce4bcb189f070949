package dev.standing.database;

import io.agroal.api.AgroalDataSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

/**
 * The schema that a release was made for, and the one that it meets. A newer one is what the release before meets in every rolling update:
 * migrations only add, so it runs on. One that takes away or changes says who cannot use the schema any more, as
 * {@code comment on schema … is 'oldest=7'}: releases that know no version 7 or later are refused.
 */
public final class KnownSchema {
    private static final Pattern OLDEST = Pattern.compile("\\boldest=([0-9.]+)");

    private final Flyway flyway;
    private final boolean migrates;
    private final String name;

    /**
     * Of a service.
     *
     * @param migrates whether it is brought up to date here; where not, it is waited for
     */
    public KnownSchema(Flyway flyway, boolean migrates) {
        this.flyway = flyway;
        onOneConnection(flyway.getConfiguration());
        this.migrates = migrates;
        this.name = flyway.getConfiguration().getDefaultSchema();
    }

    /**
     * Has the connection that migrates hold the lock and note what was done. Flyway would else take two: the one with the lock is idle in a
     * transaction for as long as a migration takes, which a server that ends such connections does not suffer; and whoever is killed
     * between a migration and its note finds it done and not noted.
     */
    private static void onOneConnection(Configuration configuration) {
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }

    String name() {
        return name;
    }

    /**
     * Returns where the schema can be used.
     *
     * @throws Refused where it never can by this release
     * @throws RuntimeException where it cannot yet
     */
    public void prepare(Question database) {
        try {
            bring(database);
        } catch (RuntimeException e) {
            dropConnections();
            throw e;
        }
    }

    /** Flyway does not give back a connection that ends under its hands: its place in the pool would be lost to all later attempts. */
    private void dropConnections() {
        if (flyway.getConfiguration().getDataSource() instanceof AgroalDataSource pool) {
            pool.flush(AgroalDataSource.FlushMode.ALL);
        }
    }

    private void bring(Question database) {
        MigrationVersion known = known(flyway.info());
        @Nullable String comment = database.comment(name);
        Matcher oldest = OLDEST.matcher(comment == null ? "" : comment);
        if (oldest.find() && known.compareTo(MigrationVersion.fromVersion(oldest.group(1))) < 0) {
            throw new Refused("The schema " + name + " is at version " + there()
                    + " and can be used by releases that know version " + oldest.group(1) + " or later; this one knows "
                    + known);
        }
        if (migrates) {
            flyway.migrate();
        } else if (there().compareTo(known) < 0) {
            throw new IllegalStateException("the schema " + name + " is at version " + there()
                    + " and this release needs " + known + ": the command migrate has not been run");
        }
    }

    /** Asks the database. */
    @FunctionalInterface
    public interface Question {
        /** What stands as comment on a schema. */
        @Nullable
        String comment(String schema);
    }

    private MigrationVersion there() {
        MigrationInfo current = flyway.info().current();
        return current == null || current.getVersion() == null ? MigrationVersion.EMPTY : current.getVersion();
    }

    private static MigrationVersion known(MigrationInfoService info) {
        return Arrays.stream(info.all())
                .filter(each -> each.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }
}
