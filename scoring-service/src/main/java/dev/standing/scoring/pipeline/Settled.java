package dev.standing.scoring.pipeline;

import dev.standing.database.Session;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.community.MemberStore;
import dev.standing.scoring.pipeline.Touched.Touch;
import dev.standing.scoring.publication.Cause;
import dev.standing.scoring.publication.ScoreChange;
import dev.standing.scoring.publication.ScoreJournal;
import dev.standing.scoring.scorecard.Bands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fourth step: scores over ties are at rest, and it is known what there is to publish. The last step writes it. */
final class Settled {
    private final Evaluated evaluated;
    private final Set<Member> unsaved = new LinkedHashSet<>();
    private final List<ScoreChange> changes = new ArrayList<>();

    private Settled(Evaluated evaluated) {
        this.evaluated = evaluated;
    }

    /**
     * Settles.
     *
     * @param since what changes that friends caused have as their cause's time
     */
    static Settled of(Evaluated evaluated, Instant since, Community community) {
        Map<Member, Touch> own = evaluated.moved();
        Touch friends = new Touch(Cause.INFLUENCE, since);
        Settled settled = new Settled(evaluated);
        settled.unsaved.addAll(own.keySet());
        Set<Member> candidates = new LinkedHashSet<>(own.keySet());
        candidates.addAll(community.settle());
        for (Member member : candidates) {
            int score = community.score(member);
            Touch touch = own.get(member);
            if (member.isKnown() && (touch != null || !member.isPublishedAs(score))) {
                Touch why = touch == null ? friends : touch;
                settled.changes.add(member.publish(score, community.basis().day(), why.cause(), why.at()));
                settled.unsaved.add(member);
            }
        }
        return settled;
    }

    /** What there is to publish. */
    List<ScoreChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** Writes members, readings and journal; nothing of it is traced. */
    int write(Session session, Bands bands, Basis basis, Instant now) {
        return write(session, bands, basis, now, Map.of());
    }

    /**
     * Writes members, readings and journal.
     *
     * @param traces by member, where the traces of their records stand
     * @return how many scores are published
     */
    int write(Session session, Bands bands, Basis basis, Instant now, Map<String, String> traces) {
        MemberStore.save(session, unsaved, now);
        MemberStore.standOn(session, basis, onlyRebased());
        ReadingStore.save(session, evaluated.readings(), basis.scorecard());
        ScoreJournal.append(session, changes, traces, bands, now);
        return changes.size();
    }

    /** Whoever is saved is saved with the basis. */
    private Set<Member> onlyRebased() {
        Set<Member> rebased = new LinkedHashSet<>(evaluated.rebased());
        rebased.removeAll(unsaved);
        return rebased;
    }
}
