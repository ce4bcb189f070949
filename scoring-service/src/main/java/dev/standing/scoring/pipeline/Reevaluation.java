package dev.standing.scoring.pipeline;

import dev.standing.database.Session;
import dev.standing.scoring.activity.CountedActivities;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.community.MemberStore;
import dev.standing.scoring.pipeline.Touched.Touch;
import dev.standing.scoring.scorecard.Scorecard;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads members' activity anew, some members at a time, so that batches go on beside it: as days pass windows move, a
 * scorecard may be another, and so may the partners whose evidence is discounted. Of a day alone those are read whose activity may be read
 * otherwise on it; the others stand on it as they are. Whoever is read stands on the new basis, which is stored with the score, and whoever is
 * not yet read on the one before; so whatever ends the process, the next one goes on with those who are left. Used by one thread.
 */
public final class Reevaluation {
    /** So few that a batch hardly waits for them. */
    private static final int MEMBERS_AT_ONCE = 200;

    private final Community community;
    private final int[] members;
    private final boolean everybody;
    private int read;
    private int changed;

    private Reevaluation(Community community, int[] members, boolean everybody) {
        this.community = community;
        this.members = members;
        this.everybody = everybody;
    }

    /** Of all members, on whatever they stand. */
    public static Reevaluation ofEverybody(Community community) {
        return new Reevaluation(community, IntStream.range(0, community.size()).toArray(), true);
    }

    /** Of those who do not stand on what everybody is brought to. */
    public static Reevaluation ofThoseLeft(Community community) {
        return new Reevaluation(community, community.idsOfThoseLeft(), false);
    }

    /** Whether all are read, on whatever they stand. */
    public boolean isOfEverybody() {
        return everybody;
    }

    /**
     * From now on everybody is brought to this basis, of a day that is not before the last one's; inside a transaction. What
     * ties are worth on that day shows at once.
     *
     * @param discounted partners whose evidence is discounted on it
     * @return how many scores are published for that
     */
    public static int moveTo(
            Session session,
            Community community,
            Basis basis,
            Set<String> discounted,
            Scorecard scorecard,
            Instant now) {
        community.moveTo(basis, discounted);
        BasisStore.write(session, basis);
        return Settled.of(Evaluated.nobody(), now, community).write(session, scorecard.bands(), basis, now);
    }

    /**
     * The same with an earlier day, for scores that a clock which ran ahead has brought too far; inside a transaction. What is
     * in memory knows nothing of it, and has to be read again.
     */
    public static void moveBackTo(Session session, Basis basis, Instant now) {
        BasisStore.write(session, basis);
        MemberStore.changedBy(session, now);
    }

    /** Reads the next members, inside a transaction, and says how many scores are published. */
    public int next(Session session, Scorecard scorecard, Instant now) {
        List<Member> page = Arrays.stream(members, read, Math.min(read + MEMBERS_AT_ONCE, members.length))
                .mapToObj(community::member)
                .toList();
        Touched touched = Touched.by(member -> new Touch(member.causeOf(community.basis()), now), page);
        Evaluated evaluated =
                Evaluated.of(touched, CountedActivities.read(session, touched.names()), scorecard, community);
        int published = Settled.of(evaluated, now, community).write(session, scorecard.bands(), community.basis(), now);
        read += page.size();
        changed += published;
        return published;
    }

    public boolean isDone() {
        return read == members.length;
    }

    /** Members that are still to be read. */
    public int left() {
        return members.length - read;
    }

    public int members() {
        return members.length;
    }

    /** Scores published so far. */
    public int changed() {
        return changed;
    }
}
