package dev.standing.scoring.intake;

import dev.standing.database.Session;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.pipeline.Memory;
import dev.standing.scoring.pipeline.Reevaluation;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.scorecard.Scorecard;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings everybody to the day, the scorecard and what is known of partners, some members after each batch. Used by the writer's thread but where it says otherwise. */
@Singleton
final class Renewal {
    private static final Logger LOG = Logger.getLogger(Renewal.class);

    private final Policies policies;
    private final Today today;
    private final ScoringMetrics metrics;
    private @Nullable Reevaluation underWay;
    private volatile int asOfDay;
    private long begunAtNanos = System.nanoTime();
    private CompletableFuture<Reevaluated> end = new CompletableFuture<>();

    Renewal(Policies policies, Today today, ScoringMetrics metrics) {
        this.policies = policies;
        this.today = today;
        this.metrics = metrics;
    }

    /** At the beginning of a term: whatever ended the last one, those who were left then are left now. */
    void load(Session session, Memory memory) {
        Community community = memory.community();
        ended();
        asOfDay = community.earliestDay();
        if (!keepUp(session, memory)) {
            moveTo(session, memory, community.basis());
            begin(Reevaluation.ofThoseLeft(community));
        }
    }

    /** Takes it further, and says whether anybody is left. */
    boolean turn(Session session, Memory memory) {
        Community community = memory.community();
        keepUp(session, memory);
        Reevaluation current = underWay;
        if (current != null && !current.isDone()) {
            int day = community.basis().day();
            metrics.published(session.transaction(() -> current.next(session, scorecard(), today.nowOn(day))));
            metrics.left(current.left());
        }
        if (current != null && current.isDone()) {
            LOG.debugf("%d members were evaluated anew, %d scores changed", current.members(), current.changed());
            asOfDay = community.basis().day();
            metrics.reevaluated(Duration.ofNanos(System.nanoTime() - begunAtNanos));
            end.complete(new Reevaluated(community.basis().day(), current.members(), current.changed()));
            underWay = null;
        }
        return underWay != null;
    }

    /**
     * Where it is another day, another scorecard is in force, or other partners' evidence is discounted, those are to be read who do not stand
     * on that; everybody where somebody asked for everybody.
     */
    private boolean keepUp(Session session, Memory memory) {
        Basis before = memory.community().basis();
        int day = Math.max(before.day(), today.after(before.day(), session));
        Basis now = Basis.of(day, scorecard(), memory.discounted(scorecard()));
        if (now.equals(before)) {
            return false;
        }
        moveTo(session, memory, now);
        begin(
                isOfEverybody()
                        ? Reevaluation.ofEverybody(memory.community())
                        : Reevaluation.ofThoseLeft(memory.community()));
        return true;
    }

    private void moveTo(Session session, Memory memory, Basis basis) {
        metrics.published(session.transaction(() -> Reevaluation.moveTo(
                session,
                memory.community(),
                basis,
                memory.discounted(scorecard()),
                scorecard(),
                today.nowOn(basis.day()))));
    }

    private void begin(Reevaluation reevaluation) {
        underWay = reevaluation;
        begunAtNanos = System.nanoTime();
        metrics.left(reevaluation.left());
    }

    /** Everybody is read at all events; completes when all are, or fails with the term. */
    CompletableFuture<Reevaluated> readAll(Session session, Memory memory) {
        keepUp(session, memory);
        if (!isOfEverybody()) {
            begin(Reevaluation.ofEverybody(memory.community()));
        }
        if (end.isDone()) {
            end = new CompletableFuture<>();
        }
        return end;
    }

    private boolean isOfEverybody() {
        return underWay != null && underWay.isOfEverybody();
    }

    /** Nobody takes it further. */
    void ended() {
        end.cancel(false);
        end = new CompletableFuture<>();
        underWay = null;
        metrics.left(0);
    }

    /** The day that everybody stands on, while anybody is left an earlier one; 1970-01-01 before the first term. For any thread. */
    int asOfDay() {
        return asOfDay;
    }

    private Scorecard scorecard() {
        return policies.scorecard();
    }
}
