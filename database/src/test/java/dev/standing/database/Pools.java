package dev.standing.database;

import dev.standing.local.test.TestStack;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

/** Connections to the real PostgreSQL of the tests. */
final class Pools {
    private Pools() {}

    static Pool ofTestStack() {
        PgConnectOptions options = PgConnectOptions.fromUri(
                        TestStack.get().jdbcUrl().replace("jdbc:", ""))
                .setUser("scoring")
                .setPassword(TestStack.get().password());
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options)
                .build());
    }
}
