package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.local.test.TestStack;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Pools.POSTGRESQL)
class ConnectionsIT {
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aConnectionOverWhichNothingComesLeavesThePool() {
        Vertx vertx = Vertx.vertx();
        Pool pool = Pool.newInstance(new Connections(SILENCE).create(new OneConnection(vertx)));
        try {
            pool.query("select 1").executeAndAwait();

            TestStack.get().whilePostgresHangs(() -> assertThatThrownBy(
                            () -> pool.query("select 2").execute().await().atMost(PATIENCE))
                    .isInstanceOf(ClosedConnectionException.class));

            assertThat(pool.query("select 3").execute().await().atMost(PATIENCE).size())
                    .isOne();
        } finally {
            pool.closeAndAwait();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** What the platform would say. */
    private record OneConnection(Vertx vertx) implements PgPoolCreator.Input {
        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(1);
        }

        @Override
        public List<PgConnectOptions> pgConnectOptionsList() {
            TestStack stack = TestStack.get();
            return List.of(Pools.options(stack.jdbcUrl().replace("jdbc:", ""), stack.password()));
        }
    }
}
