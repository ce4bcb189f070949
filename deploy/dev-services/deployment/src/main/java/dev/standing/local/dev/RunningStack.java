package dev.standing.local.dev;

import dev.standing.local.test.TestStack;
import dev.standing.local.test.Tokens;
import io.quarkus.deployment.builditem.Startable;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The test stack as Quarkus starts it for one service. It ends with the JVM, so that it outlasts every reload. */
final class RunningStack implements Startable {
    private final String service;
    private final @Nullable Path keys;
    private Map<String, String> configuration = Map.of();

    /** {@code keys} is the folder of the key pair that tokens are signed with; null for a new one. */
    RunningStack(String service, @Nullable Path keys) {
        this.service = service;
        this.keys = keys;
    }

    @Override
    public void start() {
        configuration = TestStack.get(keys).configuration(service);
    }

    /** Where the keys lie that outlast this JVM, if any do. */
    @Nullable
    Path keys() {
        return keys;
    }

    /** Good for an hour. */
    String operatorToken() {
        return Tokens.operator();
    }

    String setting(String name) {
        String value = configuration.get(name);
        if (value == null) {
            throw new IllegalArgumentException("name: " + name + " is none of " + configuration.keySet());
        }
        return value;
    }

    @Override
    public String getConnectionInfo() {
        return setting("quarkus.datasource.jdbc.url") + ", Kafka at " + setting("kafka.bootstrap.servers");
    }

    /** None: there is no container. */
    @Override
    public @Nullable String getContainerId() {
        return null;
    }

    @Override
    public void close() {}
}
