package dev.standing.scoring.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.standing.local.test.StackResource;
import dev.standing.scoring.Api;
import dev.standing.scoring.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast a backlog is drained, in full batches: {@code -Ddrain=200000} of them. Prints messages per second (consents
 * come first), and how long this JVM had a processor. The loop stands by while the backlog is laid.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@EnabledIfSystemProperty(named = "drain", matches = "\\d+")
class DrainIT {
    private static final int MEMBERS = 5_000;
    private static final List<String> KINDS = List.of(
            "purchase", "rent.paid", "payment.on-time", "payment.late", "utility.paid", "telecom.paid", "deposit.paid");

    @Inject
    Pool pool;

    @Inject
    LoopStatus status;

    @Test
    void drainsABacklog() {
        drain(Integer.getInteger("drain"));
    }

    void drain(int records) {
        Api.await(status::isLeading, "leading");
        SqlConnection other = pool.getConnection().await().indefinitely();
        // Terminate, and take the lock before the loop is back.
        other.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'")
                .executeAndAwait();
        other.query("select pg_advisory_lock(" + 0x7374616e64696e67L + ")").executeAndAwait();
        Api.await(() -> status.phase() == LoopStatus.Phase.STANDING_BY, "standing by");

        Random random = new Random(1);
        try (Wire wire = new Wire()) {
            for (int m = 0; m < MEMBERS; m++) {
                wire.recordsConsent("d-" + m, "acme", true, 1);
            }
            for (int i = 0; i < records; i++) {
                wire.record(Wire.accepted(
                        "acme",
                        "d" + System.nanoTime() + "-" + i,
                        "d-" + random.nextInt(MEMBERS),
                        KINDS.get(random.nextInt(KINDS.size())),
                        Instant.now().minus(random.nextInt(700), ChronoUnit.DAYS)));
            }
            wire.flush();
        }

        long cpu = cpuNanos();
        long start = System.nanoTime();
        other.query("select pg_advisory_unlock_all()").executeAndAwait();
        other.closeAndAwait();
        long deadline = start + 600_000_000_000L;
        while (Wire.lag("scoring-service") > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000_000L);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(Wire.lag("scoring-service")).isZero();
        System.out.printf(
                "drained %d messages in %.1f s: %.0f messages/s, with %.1f s of processor time%n",
                records + MEMBERS, seconds, (records + MEMBERS) / seconds, (cpuNanos() - cpu) / 1e9);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
