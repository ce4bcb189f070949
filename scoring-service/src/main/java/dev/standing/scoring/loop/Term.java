package dev.standing.scoring.loop;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.ProgressEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.database.Session;
import dev.standing.delivery.Message;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.Relay;
import dev.standing.scoring.activity.RecordCount;
import dev.standing.scoring.calendar.EpochDay;
import dev.standing.scoring.intake.Batch;
import dev.standing.scoring.intake.Inbox;
import dev.standing.scoring.pipeline.Memory;
import dev.standing.scoring.pipeline.Reevaluation;
import dev.standing.scoring.pipeline.Scoring;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.reevaluation.ReevaluationResult;
import dev.standing.scoring.setup.ScoringConfig;
import dev.standing.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One term as leader: memory, inbox and outbox from the first load to the first failure, which ends it. */
final class Term {
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final long NOTE_PROGRESS_EVERY_NANOS = Duration.ofMillis(200).toNanos();
    private static final long TOUCH_DATABASE_EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final Session session;
    private final Inbox inbox;
    private final Publisher publisher;
    private final Relay relay;
    private final Policies policies;
    private final ScoringConfig config;
    private final InstantSource clock;
    private final LoopStatus status;
    private final LoopMetrics metrics;
    private final RecordCount recordCount;
    private final List<Message> unsaid = new ArrayList<>();
    private final Map<Integer, Long> reachedByPartition = new HashMap<>();
    private Memory memory;
    private long notedAtNanos = System.nanoTime();
    private long touchedAtNanos = System.nanoTime();

    Term(Session session, Inbox inbox, Publisher publisher, Surroundings surroundings) {
        this.session = session;
        this.inbox = inbox;
        this.publisher = publisher;
        this.relay = surroundings.relay();
        this.policies = surroundings.policies();
        this.config = surroundings.config();
        this.clock = surroundings.clock();
        this.status = surroundings.status();
        this.metrics = surroundings.metrics();
        this.recordCount = new RecordCount(policies.catalogue());
        this.memory = Memory.load(session, policies, config, today(), status::alive);
    }

    /** What a term works with that outlives it. */
    record Surroundings(
            Policies policies,
            ScoringConfig config,
            InstantSource clock,
            LoopStatus status,
            LoopMetrics metrics,
            Relay relay) {}

    /** Publishes what memory and database disagree on, catches up with the day, and starts to read. */
    void begin() {
        if (today() > memory.asOfDay() || !memory.isBy(policies.scorecard().id())) {
            reevaluate(Math.max(today(), memory.asOfDay()));
        } else {
            session.transaction(scoring()::heal);
        }
        inbox.open();
        status.memory(memory);
        relay.nudge();
    }

    private Scoring scoring() {
        return new Scoring(session, memory, policies.scorecard(), nowOn(memory.asOfDay()));
    }

    /** Reads and applies one batch, if there is one. */
    void step() {
        if (today() > memory.asOfDay()) {
            reevaluate(today());
        }
        Batch batch = inbox.read(WAIT);
        if (!batch.isEmpty()) {
            apply(batch);
        } else if (System.nanoTime() - touchedAtNanos > TOUCH_DATABASE_EVERY_NANOS) {
            session.run("select 1");
            touchedAtNanos = System.nanoTime();
        }
        if (batch.size() < config.maxBatch() || System.nanoTime() - notedAtNanos > NOTE_PROGRESS_EVERY_NANOS) {
            noteProgress();
        }
        status.alive();
    }

    private void apply(Batch batch) {
        long start = System.nanoTime();
        Scoring.Outcome outcome = session.transaction(() -> scoring().apply(batch, recordCount));
        touchedAtNanos = System.nanoTime();
        if (outcome.published() > 0) {
            relay.nudge();
        }
        batch.reachedByPartition()
                .forEach((partition, through) -> reachedByPartition.merge(partition, through, Math::max));
        batch.deadLetters().forEach(letter -> unsaid.add(Message.of(letter)));
        metrics.applied(batch, outcome, Duration.ofNanos(touchedAtNanos - start), clock.instant());
    }

    /** Says how far records are scored, and lets go of what was read. */
    private void noteProgress() {
        reachedByPartition.forEach((partition, through) -> unsaid.add(new Message(
                Topics.PROGRESS,
                Integer.toString(partition),
                new ProgressEvent(Event.CURRENT_VERSION, partition, through))));
        publisher.publish(unsaid);
        unsaid.clear();
        reachedByPartition.clear();
        inbox.commit();
        status.brokerConnected(inbox.isConnected());
        notedAtNanos = System.nanoTime();
    }

    /** Re-evaluates everybody as of a day that is not before the day of the last. */
    private ReevaluationResult reevaluate(int day) {
        Reevaluation.Outcome outcome = session.transaction(
                () -> new Reevaluation(session, policies.scorecard(), status::alive).run(memory, day, nowOn(day)));
        memory = outcome.memory();
        status.memory(memory);
        metrics.reevaluated(outcome);
        relay.nudge();
        return new ReevaluationResult(LocalDate.ofEpochDay(day), outcome.members(), outcome.changed());
    }

    /**
     * Re-evaluates everybody as of the clock's today.
     *
     * @throws ProblemException 409 where scores stand as of a later day
     */
    ReevaluationResult reevaluateToday() {
        if (today() < memory.asOfDay()) {
            throw ProblemException.conflict("day-is-past", "The clock's day is before the day that scores stand as of");
        }
        return reevaluate(today());
    }

    private int today() {
        return EpochDay.of(clock.instant());
    }

    /** Now, or where it is another day by now, the beginning of the day. */
    private Instant nowOn(int day) {
        Instant now = clock.instant();
        return EpochDay.of(now) == day ? now : EpochDay.start(day);
    }
}
