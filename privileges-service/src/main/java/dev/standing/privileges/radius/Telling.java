package dev.standing.privileges.radius;

import dev.standing.database.Fault;
import dev.standing.database.SaidOnce;
import dev.standing.database.Session;
import dev.standing.delivery.writer.Writer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells running sessions of what their members hold now. The process that leads compares all of them, again and again, so what moved a
 * line does not matter: a score, an end of grace, a consent, an outage in which a session began. Told is what the access server has
 * acknowledged; whoever leads next goes on from there, and telling the same twice changes nothing.
 */
@Singleton
final class Telling {
    private static final Logger LOG = Logger.getLogger(Telling.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final SessionStore store;
    private final Lines lines;
    private final Network network;
    private final CoaClient client;
    private final Writer writer;
    private final Pool pool;
    /** The machine's, not the one that grace is counted by: it is compared with the database's. */
    private final InstantSource clock = InstantSource.system();

    private final Duration every;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Running running = new Running();
    private final SaidOnce said = new SaidOnce();
    private final BlockingQueue<Told> answers = new LinkedBlockingQueue<>();
    private final Thread thread;
    private Instant forgotAt = Instant.EPOCH;
    private volatile int sessions;
    private volatile boolean closed;

    Telling(
            SessionStore store,
            Lines lines,
            Network network,
            CoaClient client,
            Writer writer,
            Pool pool,
            RadiusConfig config,
            MeterRegistry registry) {
        this.store = store;
        this.lines = lines;
        this.network = network;
        this.client = client;
        this.writer = writer;
        this.pool = pool;
        this.every = config.compareEvery();
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("standing.radius.changes")
                            .description("Changes of authorization that running sessions were told")
                            .tag("outcome", outcome.label())
                            .register(registry));
        }
        Gauge.builder("standing.radius.sessions", this, telling -> telling.sessions)
                .description("Running sessions that hear of changes; 0 where this process does not lead")
                .register(registry);
        thread = Thread.ofPlatform().name("radius-changes").daemon().unstarted(this::run);
    }

    /** A network without access servers has nobody to tell. */
    void start(@Observes StartupEvent event) {
        if (!network.servers().isEmpty()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            while (!closed) {
                try {
                    long next = System.nanoTime() + every.toNanos();
                    compare(senders);
                    hear(next);
                    if (said.isOver()) {
                        LOG.info("Running sessions are compared again");
                    }
                } catch (RuntimeException e) {
                    failed(e);
                    Thread.sleep(every);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(RuntimeException e) {
        String failure = Fault.text(e);
        if (said.isNew(failure)) {
            LOG.warnf("Running sessions cannot be compared now, and are tried again: %s", failure);
        }
        running.reset();
    }

    private void compare(ExecutorService senders) {
        if (!writer.status().leads()) {
            running.reset();
            sessions = 0;
            return;
        }
        if (!lines.areKnown()) {
            return;
        }
        try (Session session = Session.open(pool, PATIENCE)) {
            running.take(store.changedSince(session, running.through()));
            sessions = running.size();
            if (clock.instant().isAfter(forgotAt.plus(FORGET_EVERY))) {
                store.forget(session);
                forgotAt = clock.instant();
            }
        }
        for (Change change : running.due(lines::of, clock.instant())) {
            senders.execute(() -> answers.add(new Told(change, tell(change))));
        }
    }

    /** Each in a thread of its own: whoever waits for a server that does not answer holds up nobody. */
    private Outcome tell(Change change) {
        SessionKey session = change.session();
        AccessServer server = network.server(session.partner(), session.server());
        return server == null ? Outcome.NO_SUCH_SESSION : client.tell(server, change);
    }

    /** Writes down what comes, until it is time to compare again, or there is room for more of what was due. */
    private void hear(long nextNanos) throws InterruptedException {
        long left = nextNanos - System.nanoTime();
        while (left > 0 && !running.isMoreDue()) {
            Told first = answers.poll(left, TimeUnit.NANOSECONDS);
            if (first != null) {
                List<Told> told = new ArrayList<>(List.of(first));
                answers.drainTo(told);
                note(told);
            }
            left = nextNanos - System.nanoTime();
        }
    }

    private void note(List<Told> told) {
        Instant now = clock.instant();
        for (Told each : told) {
            Objects.requireNonNull(outcomes.get(each.outcome())).increment();
            running.came(each.change(), each.outcome(), now);
        }
        List<Change> acknowledged = changes(told, Outcome.ACKNOWLEDGED);
        List<Change> gone = changes(told, Outcome.NO_SUCH_SESSION);
        if (acknowledged.isEmpty() && gone.isEmpty()) {
            return;
        }
        try (Session session = Session.open(pool, PATIENCE)) {
            store.told(session, acknowledged);
            gone.forEach(change -> store.ended(session, change.session()));
        }
    }

    private static List<Change> changes(List<Told> told, Outcome outcome) {
        return told.stream()
                .filter(each -> each.outcome() == outcome)
                .map(Told::change)
                .toList();
    }

    /** A change and what came of it. */
    private record Told(Change change, Outcome outcome) {}
}
