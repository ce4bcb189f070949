package dev.standing.privileges.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.delivery.writer.Bench;
import dev.standing.local.process.Ports;
import dev.standing.local.test.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Started while neither database nor broker is there, which come later. */
@QuarkusTest
@TestProfile(AloneIT.Alone.class)
class AloneIT {
    @Test
    void itAnswersTheBaselineAndIsStartedOnceBothHaveCome() {
        assertThat(Api.management("/health/ready").statusCode()).isEqualTo(200);
        assertThat(Api.management("/health/live").statusCode()).isEqualTo(200);
        assertThat(Api.management("/health/started").statusCode()).isEqualTo(503);
        assertThat(Api.check("acme", "anybody", "bike-hire").getString("tier")).isEqualTo("baseline");

        try (Link _ = Link.open(
                portOf("quarkus.datasource.jdbc.url"), port(TestStack.get().jdbcUrl()))) {
            Bench.await("the database is there", () -> "UP".equals(parts().get("schema")));
            assertThat(parts().get("broker")).isEqualTo("DOWN");
            try (Link _ = Link.open(
                    portOf("kafka.bootstrap.servers"), port(TestStack.get().bootstrapServers()))) {
                Bench.await("started", () -> Api.management("/health/started").statusCode() == 200);
            }
        }

        assertThat(Api.management("/health/ready").statusCode()).isEqualTo(200);
    }

    /** What the service waits for before it is started, and whether it has it. */
    private static Map<String, String> parts() {
        List<Map<String, String>> checks =
                Api.management("/health/started").jsonPath().getList("checks");
        return checks.stream().collect(Collectors.toMap(check -> check.get("name"), check -> check.get("status")));
    }

    private static int portOf(String setting) {
        return port(ConfigProvider.getConfig().getValue(setting, String.class));
    }

    private static int port(String address) {
        return URI.create(address.replaceFirst("^(jdbc:postgresql:)?(//)?", "kafka://"))
                .getPort();
    }

    /** In place of the real servers. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Nobody.class));
        }
    }

    /** Addresses that nobody listens at. */
    public static final class Nobody implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            List<Integer> ports = Ports.free(2);
            String url = "postgresql://127.0.0.1:" + ports.get(0) + "/standing";
            Map<String, String> configuration = new HashMap<>(TestStack.get().configuration("privileges"));
            configuration.put("quarkus.datasource.jdbc.url", "jdbc:" + url);
            configuration.put("quarkus.datasource.reactive.url", url);
            configuration.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.get(1));
            return configuration;
        }

        @Override
        public void stop() {}
    }
}
