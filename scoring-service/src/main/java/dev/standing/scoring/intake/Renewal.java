package dev.standing.scoring.intake;

import dev.standing.database.Session;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.pipeline.Reevaluation;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.scorecard.Scorecard;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings everybody to the day and the scorecard, some members after each batch. Used by the writer's thread but where it says otherwise. */
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
    void load(Session session, Community community) {
        ended();
        asOfDay = community.earliestDay();
        if (!keepUp(session, community)) {
            Basis basis = community.basis();
            int healed = session.transaction(
                    () -> Reevaluation.moveTo(session, community, basis, scorecard(), today.nowOn(basis.day())));
            metrics.published(healed);
            begin(Reevaluation.ofThoseLeft(community));
        }
    }

    /** Takes it further, and says whether anybody is left. */
    boolean turn(Session session, Community community) {
        keepUp(session, community);
        Reevaluation current = underWay;
        if (current != null && !current.isDone()) {
            int day = community.basis().day();
            metrics.published(
                    session.transaction(() -> current.next(session, community, scorecard(), today.nowOn(day))));
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

    /** Where it is another day, or another scorecard is in force, everybody is to be read. */
    private boolean keepUp(Session session, Community community) {
        Basis before = community.basis();
        int day = Math.max(before.day(), today.after(before.day(), session));
        Basis now = new Basis(day, scorecard().id());
        if (now.equals(before)) {
            return false;
        }
        metrics.published(
                session.transaction(() -> Reevaluation.moveTo(session, community, now, scorecard(), today.nowOn(day))));
        begin(Reevaluation.ofEverybody(community));
        return true;
    }

    private void begin(Reevaluation reevaluation) {
        underWay = reevaluation;
        begunAtNanos = System.nanoTime();
        metrics.left(reevaluation.left());
    }

    /** Everybody is read at all events; completes when all are, or fails with the term. */
    CompletableFuture<Reevaluated> readAll(Session session, Community community) {
        if (!keepUp(session, community) && underWay == null) {
            begin(Reevaluation.ofEverybody(community));
        }
        if (end.isDone()) {
            end = new CompletableFuture<>();
        }
        return end;
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
