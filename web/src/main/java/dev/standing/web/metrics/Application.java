package dev.standing.web.metrics;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every metric says which service it is of, so that what all have alike has one name: {@code application="scoring-service"}. */
final class Application {
    private Application() {}

    @Produces
    @Singleton
    static MeterFilter label(@ConfigProperty(name = "quarkus.application.name") String name) {
        return MeterFilter.commonTags(Tags.of("application", name));
    }
}
