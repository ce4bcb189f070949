package dev.standing.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes of a service: when the one that leads is stopped in its tracks, the other goes on, and nothing counts twice. */
@ResourceLock(Suites.MORTAL)
class StandbyIT {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String SHOP = "standby-shop";

    private final Suite suite = Suites.mortal();
    private final Standing standing = new Standing(suite);
    private final String member = "standby-" + Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void hasProcessesToLookInto() {
        assumeTrue(
                Files.exists(Path.of("/proc/self/environ")),
                "/proc is not here: no second process can be started alike");
    }

    @AfterEach
    void allServe() {
        suite.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scoring-service", "privileges-service"})
    void a_standby_leads_soon_after_the_leader_stops_and_one_that_wakes_up_adds_nothing(String name) throws Exception {
        int first = suite.stack().process(name).port();
        standing.join(member, SHOP);
        count(1);
        try (Replica standby = Replica.of(suite, name)) {
            assertThat(standby.leads()).isFalse();

            suite.freeze(name);
            long frozen = System.nanoTime();
            send(2);
            Await.until("the standby leads", BOUND.multipliedBy(2), standby::leads, leads -> leads);
            Duration after = Duration.ofNanos(System.nanoTime() - frozen);
            System.out.println("standby: another " + name + " leads after " + after.toMillis() + " ms");
            assertThat(after).isLessThan(BOUND);
            standing.awaitScored(SHOP, record(2));

            suite.thaw(name);
            Await.until("one leads", Standing.SOON, () -> Replica.leads(first), leads -> !leads);
            assertThat(standby.leads()).isTrue();
            count(3);
        }
        Await.until("the first leads again", Standing.SOON, () -> Replica.leads(first), leads -> leads);
        count(4);
    }

    /** Sends the n-th record and sees that there are n. */
    private void count(int n) {
        send(n);
        standing.awaitScored(SHOP, record(n));
        standing.explainOnce(
                member, "has " + n + " payments", seen -> Long.valueOf(n).equals(seen.value("payments-on-record")));
    }

    private void send(int n) {
        standing.send(SHOP, Behaviour.paid(record(n), member, "payment.on-time", n, 100));
    }

    private String record(int n) {
        return member + "-" + n;
    }
}
