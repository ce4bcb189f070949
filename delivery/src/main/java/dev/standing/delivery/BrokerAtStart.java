package dev.standing.delivery;

import dev.standing.database.Fault;
import dev.standing.database.SaidOnce;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;

/**
 * The broker is waited for on a thread of its own, and that it is not there is said once: a service starts without it, and is started when
 * it has answered. Whether it answers later is no part of this.
 */
@Singleton
final class BrokerAtStart {
    private static final Logger LOG = Logger.getLogger(BrokerAtStart.class);
    private static final int ASK_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 500;

    private final Map<String, Object> settings;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean answered;

    BrokerAtStart(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ASK_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ASK_MILLIS);
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("broker-at-start").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    @Produces
    @Singleton
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("broker").status(answered).build();
    }

    private void run() {
        SaidOnce said = new SaidOnce();
        try {
            while (!answered && stopping.getCount() > 0) {
                try {
                    ask();
                    answered = true;
                } catch (KafkaException | ExecutionException | TimeoutException e) {
                    say(Fault.text(e), said);
                    stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
            if (said.isOver() && answered) {
                LOG.info("The broker answers");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String failure, SaidOnce said) {
        if (stopping.getCount() > 0 && said.isNew(failure)) {
            LOG.warnf(
                    "The broker at %s does not answer, and is asked again; the service starts without it: %s",
                    settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG), failure);
        }
    }

    /** With a client of its own each time: a name that does not resolve yet is not looked up again by one that has failed. */
    private void ask() throws InterruptedException, ExecutionException, TimeoutException {
        Admin admin = Admin.create(settings);
        try {
            // The client gives up sooner, and says at what.
            admin.describeCluster().clusterId().get(2 * ASK_MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            admin.close(Duration.ZERO);
        }
    }
}
