package dev.standing.local.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/**
 * Gives a service under test the real PostgreSQL and the real Kafka of this JVM. The argument {@code service} names the role and
 * schema to connect with; without it, the folder of the module does ({@code ingest-service} is {@code ingest}).
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
    }

    @Override
    public Map<String, String> start() {
        return TestStack.get().configuration(service.isEmpty() ? serviceOfModule() : service);
    }

    private static String serviceOfModule() {
        return Path.of("").toAbsolutePath().getFileName().toString().replace("-service", "");
    }

    /** Nothing: the servers serve every test of the JVM and end with it. */
    @Override
    public void stop() {}
}
