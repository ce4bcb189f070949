package dev.standing.delivery.writer;

import dev.standing.contracts.event.Topics;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** The fixture's settings: not in a file, which the tests of the services would read too. */
public final class FixtureProfile implements QuarkusTestProfile {
    private static final String CHANNEL = "mp.messaging.incoming.fixture.";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.application.name", "fixture");
        settings.put("quarkus.devservices.enabled", "false");
        settings.put("quarkus.otel.sdk.disabled", "true");
        // The fixture makes its one table itself.
        settings.put("quarkus.arc.exclude-types", "dev.standing.database.Schema");
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.datasource.db-kind", "postgresql");
        settings.put(CHANNEL + "connector", "smallrye-kafka");
        settings.put(CHANNEL + "topics", Fixture.TOPIC + "," + Fixture.OTHER_TOPIC + "," + Topics.WATERMARKS);
        settings.put(CHANNEL + "group.id", "fixture-${quarkus.uuid}");
        settings.put(CHANNEL + "batch", "true");
        settings.put(CHANNEL + "commit-strategy", "ignore");
        settings.put(CHANNEL + "max.poll.records", "100");
        settings.put(CHANNEL + "metadata.max.age.ms", "1000");
        settings.put(CHANNEL + "health-enabled", "false");
        return settings;
    }
}
