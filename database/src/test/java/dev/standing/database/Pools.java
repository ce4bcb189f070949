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
        return to(PgConnectOptions.fromUri(TestStack.get().jdbcUrl().replace("jdbc:", "")));
    }

    /** To something that stands before it. */
    static Pool at(int port) {
        return to(PgConnectOptions.fromUri("postgresql://127.0.0.1:" + port + "/standing"));
    }

    private static Pool to(PgConnectOptions server) {
        PgConnectOptions options =
                server.setUser("scoring").setPassword(TestStack.get().password());
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options)
                .build());
    }
}
