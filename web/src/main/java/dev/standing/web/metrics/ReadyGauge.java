package dev.standing.web.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.smallrye.health.event.SmallRyeHealthStatusChangeEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.Readiness;

/**
 * What this process said when it was asked last whether it is ready. Calls go by it: none comes to who is not, so that no call that failed
 * tells of a service of which no process is ready.
 */
@Singleton
final class ReadyGauge implements MeterBinder {
    /** As the platform has it: it says what changed since. */
    private volatile boolean ready = true;

    void changed(@Observes @Readiness SmallRyeHealthStatusChangeEvent event) {
        ready = !event.health().isDown();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("standing.ready", this, gauge -> gauge.ready ? 1 : 0)
                .description(
                        "1 where this process was ready when its readiness was asked last, so that calls come to it")
                .register(registry);
    }
}
