package dev.standing.privileges.decisions;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import dev.standing.database.SaidOnce;
import dev.standing.privileges.checks.Check;
import dev.standing.privileges.checks.CheckAnswer;
import dev.standing.privileges.checks.CheckLog;
import dev.standing.privileges.setup.PrivilegesConfig;
import dev.standing.web.patience.Patience;
import dev.standing.web.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Keeps checks in groups, one commit for all that came meanwhile, on a thread of its own, so that no check waits for another's. While
 * PostgreSQL is away checks of credit are refused at once, and others wait in the line and are tried again, in order.
 */
@Singleton
@Startup
class DecisionLog implements CheckLog {
    private static final Logger LOG = Logger.getLogger(DecisionLog.class);
    private static final int GROUP = 1_000;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(3);

    private final Line line;
    private final Consumer<List<Check>> store;
    private final BooleanSupplier isThere;
    private final Duration pause;
    private final Patience patience;
    private final DecisionMetrics metrics;
    private final SaidOnce said = new SaidOnce();
    private final Thread thread =
            Thread.ofPlatform().name("decision-log").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private volatile boolean away;

    @Inject
    DecisionLog(
            DecisionStore store,
            Migration migration,
            DecisionsConfig config,
            PrivilegesConfig service,
            Patience patience,
            MeterRegistry registry) {
        this(new Line(config.queue(), GROUP), store::keep, migration::isDone, service.retryAfter(), patience, registry);
        thread.start();
    }

    /**
     * A log whose thread does not run yet.
     *
     * @param isThere whether there is a place to keep anything in
     * @param pause after a failure
     */
    DecisionLog(
            Line line,
            Consumer<List<Check>> store,
            BooleanSupplier isThere,
            Duration pause,
            Patience patience,
            MeterRegistry registry) {
        this.line = line;
        this.store = store;
        this.isThere = isThere;
        this.pause = pause;
        this.patience = patience;
        this.metrics = new DecisionMetrics(line, registry);
    }

    @Override
    public Uni<CheckAnswer> keep(Check check) {
        return check.question().perk().credit() ? patience.bound(kept(check)) : answered(check);
    }

    private Uni<CheckAnswer> answered(Check check) {
        boolean waits = line.add(new Line.Entry(check, null));
        if (!waits) {
            metrics.lost();
        }
        return Uni.createFrom().item(waits ? check.answer() : check.answer().unkept());
    }

    private Uni<CheckAnswer> kept(Check check) {
        return Uni.createFrom().emitter(waiting -> {
            if (away || !line.add(new Line.Entry(check, waiting))) {
                metrics.refused();
                waiting.fail(unavailable());
            }
        });
    }

    private void run() {
        try {
            while (!stopping) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the next group, and rests where that fails. */
    void step() throws InterruptedException {
        List<Line.Entry> taken = line.take();
        if (taken.isEmpty()) {
            line.letGo();
            return;
        }
        try {
            if (!isThere.getAsBoolean()) {
                throw new IllegalStateException("the schema is not there yet");
            }
            store.accept(taken.stream().map(Line.Entry::check).toList());
        } catch (RuntimeException e) {
            failed(taken, e);
            Thread.sleep(pause);
            away = false;
            return;
        }
        line.letGo();
        metrics.kept(taken.size());
        if (said.isOver()) {
            LOG.info("Decisions are kept again");
        }
        for (Line.Entry entry : taken) {
            if (entry.waiting() != null) {
                entry.waiting().complete(entry.check().answer());
            }
        }
    }

    private void failed(List<Line.Entry> taken, RuntimeException failure) {
        away = true;
        line.giveBack(taken);
        String text = Fault.text(failure);
        if (said.isNew(text)) {
            LOG.warnf("Decisions cannot be kept; those of credit are refused, others wait: %s", text);
        }
        for (Line.Entry entry : taken) {
            if (entry.waiting() != null) {
                metrics.refused();
                entry.waiting().fail(unavailable());
            }
        }
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable(
                "The decision cannot be kept now, and no credit is decided without; try again in a moment");
    }

    /** What waits is kept before the process ends, as far as that is quickly done. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        end(PATIENCE_AT_STOP);
    }

    /** Lost is what was answered and is not kept by then; whoever still waits, for credit, is answered nothing. */
    void end(Duration patienceAtStop) throws InterruptedException {
        line.close();
        long end = System.nanoTime() + patienceAtStop.toNanos();
        while (line.size() > 0 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        stopping = true;
        thread.interrupt();
        metrics.lost(line.othersWaiting());
    }
}
