package dev.standing.database;

import dev.standing.local.test.TestStack;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Properties;

/** Connections to the real PostgreSQL of the tests, with the properties that those of the services have. */
final class Pools {
    /** The lock of who stops it, and of who cannot bear that. */
    static final String POSTGRESQL = "postgresql";

    private static final String SETTINGS = "META-INF/microprofile-config.properties";
    private static final String PREFIX = "quarkus.datasource.reactive.additional-properties.";

    private Pools() {}

    static Pool ofTestStack() {
        return to(
                TestStack.get().jdbcUrl().replace("jdbc:", ""), TestStack.get().password());
    }

    /** To something that stands before it and knows none of the sessions' own settings. */
    static Pool at(int port) {
        return pool(PgConnectOptions.fromUri("postgresql://127.0.0.1:" + port + "/standing")
                .setUser("scoring")
                .setPassword(TestStack.get().password()));
    }

    /** {@code postgresql://…}, as the role of a service. */
    static Pool to(String url, String password) {
        return pool(options(url, password));
    }

    private static Pool pool(PgConnectOptions options) {
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options)
                .build());
    }

    static PgConnectOptions options(String url, String password) {
        PgConnectOptions options =
                PgConnectOptions.fromUri(url).setUser("scoring").setPassword(password);
        shipped().forEach((key, value) -> {
            if (key.toString().startsWith(PREFIX)) {
                options.addProperty(key.toString().substring(PREFIX.length()), value.toString());
            }
        });
        return options;
    }

    private static Properties shipped() {
        Properties shipped = new Properties();
        try {
            for (URL file : Collections.list(Pools.class.getClassLoader().getResources(SETTINGS))) {
                try (InputStream in = file.openStream()) {
                    shipped.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shipped;
    }
}
