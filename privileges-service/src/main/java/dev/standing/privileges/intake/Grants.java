package dev.standing.privileges.intake;

import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.database.DatabaseClock;
import dev.standing.database.Session;
import dev.standing.delivery.Relay;
import dev.standing.delivery.writer.Effect;
import dev.standing.delivery.writer.Handler;
import dev.standing.privileges.grants.ChangeStore;
import dev.standing.privileges.grants.Changes;
import dev.standing.privileges.grants.HeardConsents;
import dev.standing.privileges.grants.HeardDisputes;
import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Verdict;
import dev.standing.privileges.grants.memory.Mark;
import dev.standing.privileges.grants.memory.MemberStore;
import dev.standing.privileges.grants.memory.Members;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.setup.PrivilegesConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one hand that changes what members hold. Each batch is judged on the side, written, committed, and only then put into
 * memory, which others read meanwhile.
 */
@Singleton
class Grants implements Handler {
    private static final Logger LOG = Logger.getLogger(Grants.class);
    private static final Duration FARTHEST_AHEAD = Duration.ofDays(1);

    private final Judge judge;
    private final Members members;
    private final HeardConsents heardConsents;
    private final HeardDisputes heardDisputes;
    private final MemberStore memberStore;
    private final ChangeStore changeStore;
    private final Relay relay;
    private final IntakeMetrics metrics;
    private final MemoryAge age;
    private final Clock clock;
    private final DatabaseClock databaseClock;
    private final Sweep sweep = new Sweep();
    private final Every nextSweep;
    private final Duration patience;
    /** How far memory has what is stored, in every phase: all before, and nothing behind it. Null before it has anything. */
    private @Nullable Mark mark;

    private Runnable alive = () -> {};

    Grants(
            PerkPolicy policy,
            Members members,
            HeardConsents heardConsents,
            HeardDisputes heardDisputes,
            MemberStore memberStore,
            ChangeStore changeStore,
            Relay relay,
            IntakeMetrics metrics,
            MemoryAge age,
            Clock clock,
            DatabaseClock databaseClock,
            PrivilegesConfig config) {
        this.judge = new Judge(policy);
        this.members = members;
        this.heardConsents = heardConsents;
        this.heardDisputes = heardDisputes;
        this.memberStore = memberStore;
        this.changeStore = changeStore;
        this.relay = relay;
        this.metrics = metrics;
        this.age = age;
        this.clock = clock;
        this.databaseClock = databaseClock;
        this.nextSweep = new Every(config.sweepEvery());
        this.patience = config.patience();
    }

    /**
     * Brings memory to what is stored, once the lock is held, so that nobody else writes. Who has stood by, or led before, reads what has
     * changed since; all is read anew where that cannot be told. Until then, and while nobody leads here, memory answers as before.
     */
    @Override
    public void load(Session session, Runnable alive) {
        this.alive = alive;
        read(alive);
        age.filled(true);
        sweep.reset();
    }

    @Override
    public void ended() {
        age.ended();
        metrics.ended();
    }

    /**
     * A standby answers too, of what the leader has committed: each time that it tries to lead, once a second, it reads what has changed
     * since, and all the first time. So what it answers is never older than a second and what two readings take.
     */
    @Override
    public void standBy(Session session, Runnable alive) {
        read(alive);
        age.filled(false);
    }

    private void read(Runnable alive) {
        MemberStore.Stored stored = memberStore.load(mark, patience, alive);
        // Before memory changes: of what is taken in half, nobody knows how far it is.
        mark = null;
        members.take(stored);
        mark = stored.mark();
        heardConsents.through(stored.consentsThrough());
        heardDisputes.through(stored.disputesThrough());
    }

    @Override
    public void heard(Map<String, WatermarkEvent> watermarks) {
        WatermarkEvent consents = watermarks.get(Topics.CONSENTS);
        if (consents != null) {
            heardConsents.through(consents.at());
        }
        WatermarkEvent disputes = watermarks.get(Topics.DISPUTES);
        if (disputes != null) {
            heardDisputes.through(disputes.at());
        }
    }

    @Override
    public Effect apply(List<ConsumerRecord<byte[], byte[]>> messages, Session session) {
        Batch batch = new Batch(judge, members, now(), heardDisputes.isRecent());
        messages.forEach(batch::add);
        @Nullable Mark after = save(session, batch.changes());
        return new Effect(batch.deadLetters(), () -> {
            committed(batch.changes(), after);
            Instant now = clock.instant();
            for (ScoreEvent score : batch.scores()) {
                metrics.scored(score, now);
            }
        });
    }

    /** Not before it has caught up: what is not read yet may say that nothing is to be taken. */
    @Override
    public boolean between(Session session, boolean caughtUp) {
        if (sweep.isOver() && caughtUp && nextSweep.isDue() && !isAheadOfTheDatabase(session)) {
            sweep.begin(members, now());
        }
        if (!sweep.isOver()) {
            judge(session, sweep.next());
            if (sweep.isOver()) {
                metrics.count(members);
            }
        }
        return !sweep.isOver();
    }

    /** By a clock that runs ahead, nothing is taken. */
    private boolean isAheadOfTheDatabase(Session session) {
        Duration ahead = Duration.between(databaseClock.now(session), clock.instant());
        boolean tooFar = ahead.compareTo(FARTHEST_AHEAD) > 0;
        if (tooFar) {
            LOG.warnf("This process's clock is %d hours ahead of the database's: nothing is taken", ahead.toHours());
        }
        return tooFar;
    }

    private void judge(Session session, List<String> ids) {
        Instant now = now();
        Changes changes = new Changes();
        for (String id : ids) {
            Member before = members.get(id);
            Verdict verdict = judge.judge(before, now, heardDisputes.isRecent());
            if (!verdict.member().equals(before)) {
                changes.judged(id, verdict.member(), verdict.changes(), now);
            }
        }
        write(session, changes);
    }

    private void write(Session session, Changes changes) {
        if (!changes.isEmpty()) {
            committed(changes, session.transaction(() -> save(session, changes)));
        }
    }

    /** In a transaction; says how far memory is once that is committed and memory has the changes, or null where others wrote too. */
    private @Nullable Mark save(Session session, Changes changes) {
        changeStore.save(session, changes);
        return memberStore.after(Objects.requireNonNull(mark, "nothing is loaded"), session);
    }

    private void committed(Changes changes, @Nullable Mark after) {
        members.put(changes.members());
        if (after == null) {
            read(alive);
        } else {
            mark = after;
        }
        if (changes.anyTold()) {
            relay.nudge();
        }
    }

    /** As precise as the database keeps it, so that memory and what is stored never differ. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
