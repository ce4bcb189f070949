package dev.standing.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * What the platform is told of a service's database. In place of the platform's own checks, which wait for a database that
 * hangs for longer than whoever asks does.
 */
public final class DatabaseHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private DatabaseHealth() {}

    /** Ready while the database answers: for a service whose answers come from it. */
    public static AsyncHealthCheck readiness(Pool pool, Migration migration) {
        return () -> Uni.createFrom()
                .<Boolean>emitter(answer -> pool.query("select 1")
                        .execute()
                        .subscribe()
                        .with(rows -> answer.complete(migration.isDone()), failure -> answer.complete(false)))
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(false)
                .map(answers ->
                        HealthCheckResponse.named("database").status(answers).build());
    }
}
