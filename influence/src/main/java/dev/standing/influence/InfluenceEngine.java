package dev.standing.influence;

import dev.standing.influence.analysis.Explain;
import dev.standing.influence.analysis.Rings;
import dev.standing.influence.analysis.Shunning;
import dev.standing.influence.incremental.ChangeLog;
import dev.standing.influence.incremental.Propagation;
import dev.standing.influence.incremental.Upkeep;
import dev.standing.influence.input.Checks;
import dev.standing.influence.input.TieSource;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.BatchOutcome;
import dev.standing.influence.report.Explanation;
import dev.standing.influence.report.Removal;
import dev.standing.influence.report.RingReport;
import dev.standing.influence.report.SettleOutcome;
import dev.standing.influence.report.SettleProgress;
import dev.standing.influence.report.ShunningReport;
import dev.standing.influence.snapshot.SnapshotReader;
import dev.standing.influence.snapshot.SnapshotWriter;
import dev.standing.influence.store.BulkLoad;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.Units;
import dev.standing.influence.sweep.FullSettle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.locks.StampedLock;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Keeps every member's score at the fixed point of the influence policy while members, ties, consents and days change.
 *
 * <p>One writer records changes and then {@link #commit() commits} them; readers see the state of the last commit, at any
 * time, from any thread; scores without a lock, explanations and reports while no commit runs. Members are dense ints given by
 * {@link #join}; an id is never given twice. A newcomer does not consent to social scoring until {@link #grantConsent}; a tie
 * counts while both ends consent, and comes back with the consent.
 *
 * <p>Bases are kept in steps of 1/4096 point, weights in steps of 1/255.
 */
public final class InfluenceEngine {
    private final InfluencePolicy policy;
    private final double epsPoints;
    private final Community community;
    private final Propagation propagation;
    private final Upkeep upkeep;
    private final ChangeLog log = new ChangeLog();
    private final StampedLock lock = new StampedLock();
    private final BitSet left = new BitSet();
    private int ids;
    private int day;
    private boolean settled;

    private InfluenceEngine(InfluencePolicy policy, double epsPoints, Community community, boolean settled) {
        this.policy = policy;
        this.epsPoints = checkedEps(policy, epsPoints);
        this.community = community;
        this.propagation = new Propagation(community, epsPoints);
        this.upkeep = new Upkeep(community, propagation);
        this.ids = community.size();
        this.day = community.today();
        this.settled = settled;
        for (int i = 0; i < ids; i++) {
            left.set(i, !community.isMember(i));
        }
    }

    /**
     * An engine without members.
     *
     * @param epsPoints after every commit no score is further than this from the exact one, in points
     * @param today the day, as a number that grows by one a day
     */
    public static InfluenceEngine create(InfluencePolicy policy, double epsPoints, int today) {
        return new InfluenceEngine(policy, epsPoints, new Community(new Terms(policy), today), true);
    }

    /**
     * An engine filled at once, with half the memory traffic of changes one by one. Scores are bases until {@link #settle}.
     *
     * @param members how many; their ids are 0 to members - 1
     * @param places where each member's steps begin, as for {@link #join}
     * @param ties each pair at most once
     */
    public static InfluenceEngine load(
            InfluencePolicy policy,
            double epsPoints,
            int today,
            int members,
            IntToDoubleFunction basePoints,
            IntToDoubleFunction places,
            IntPredicate consents,
            TieSource ties) {
        Community community = new Community(new Terms(policy), today);
        community.reserve(members);
        for (int i = 0; i < members; i++) {
            double base = basePoints.applyAsDouble(i);
            Checks.base(base);
            double place = places.applyAsDouble(i);
            Checks.place(place);
            community.join(Units.ofPoints(base), community.terms().steps.place(place), consents.test(i));
            community.publish(i, Standing.of(Units.ofPoints(base), 0));
        }
        new BulkLoad(community).load(ties);
        return new InfluenceEngine(policy, epsPoints, community, false);
    }

    /**
     * An engine as a file holds it, with the same scores bit for bit.
     *
     * @throws dev.standing.influence.input.SnapshotDamagedException where the file is not a whole snapshot
     */
    public static InfluenceEngine restore(Path source, int threads) throws IOException {
        SnapshotReader.Restored restored = SnapshotReader.read(source);
        new FullSettle(restored.community(), restored.epsPoints(), SettleProgress.SILENT).evaluate(threads);
        return new InfluenceEngine(restored.policy(), restored.epsPoints(), restored.community(), true);
    }

    /** Writes the state of the last commit to a file, which is replaced whole or not at all. */
    public void snapshot(Path target) throws IOException {
        if (!settled) {
            throw new IllegalStateException("snapshot before settle; allowed after load: settle first");
        }
        long stamp = lock.readLock();
        try {
            new SnapshotWriter(community, policy, epsPoints).write(target);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** Makes room for so many ids at once, so that no later commit has to move what is there. */
    public void reserve(int members) {
        long stamp = lock.writeLock();
        try {
            community.reserve(members);
            community.ties().expect(members, 0);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Settles all scores anew in several threads; readers meanwhile see scores on their way. */
    public SettleOutcome settle(int threads, SettleProgress progress) {
        long stamp = lock.writeLock();
        try {
            SettleOutcome outcome = new FullSettle(community, epsPoints, progress).run(threads);
            settled = true;
            return outcome;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /**
     * Records a newcomer without ties or consent and says their id.
     *
     * @param place where their steps begin, as a share of a step: always the same for the same member, and known to nobody who may not
     *     read bases, as {@link dev.standing.influence.input.Places} gives it
     */
    public int join(double basePoints, double place) {
        Checks.base(basePoints);
        Checks.place(place);
        log.join(Units.ofPoints(basePoints), community.terms().steps.place(place));
        return ids++;
    }

    /** Records that a member left: their ties, remembered ones too, are gone from both sides. */
    public void leave(int member) {
        known(member);
        left.set(member);
        log.leave(member);
    }

    public void changeBase(int member, double basePoints) {
        known(member);
        Checks.base(basePoints);
        log.base(member, Units.ofPoints(basePoints));
    }

    /** Records consent to social scoring: the member's ties count where the other end consents too. */
    public void grantConsent(int member) {
        known(member);
        log.consent(member, true);
    }

    /** Records the withdrawal of consent: neither boost nor drag, current or remembered, here or at a friend. */
    public void withdrawConsent(int member) {
        known(member);
        log.consent(member, false);
    }

    /**
     * Records a tie or its new weight; a severed tie becomes current again.
     *
     * @param weight above 0 to 1, kept in steps of 1/255
     */
    public void tie(int a, int b, double weight) {
        pair(a, b);
        Checks.weight(weight);
        log.tie(a, b, Units.ofWeight(weight));
    }

    /** Records that a current tie was severed on a day; where there is none, nothing changes. */
    public void sever(int a, int b, int severedOnDay) {
        pair(a, b);
        log.sever(a, b, severedOnDay);
    }

    /** Records a tie that was severed before this engine knew of it, unless the pair has a current tie. */
    public void remember(int a, int b, double weight, int severedOnDay) {
        pair(a, b);
        Checks.weight(weight);
        log.remember(a, b, Units.ofWeight(weight), severedOnDay);
    }

    /** Records that it is now a later day: remembered ties weigh less, or are forgotten. */
    public void advanceTo(int laterDay) {
        if (laterDay < day) {
            throw new IllegalArgumentException("day is " + laterDay + "; allowed: " + day + " or later");
        }
        day = laterDay;
        log.day(laterDay);
    }

    /** Applies what was recorded since the last commit; afterwards every score is within eps of the fixed point. */
    public BatchOutcome commit() {
        if (!settled) {
            throw new IllegalStateException("commit before settle; allowed after load: settle first");
        }
        long stamp = lock.writeLock();
        try {
            while (log.replayFew(upkeep)) {
                propagation.run();
            }
            int[] changed = propagation.publish();
            double residual = Units.influenceToPoints(propagation.farthest());
            return new BatchOutcome(changed, propagation.rowsEvaluated(), residual, provenErrorPoints());
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public InfluencePolicy policy() {
        return policy;
    }

    public double epsPoints() {
        return epsPoints;
    }

    /** What the error rule proves after every commit, whatever changed: at most eps. */
    public double provenErrorPoints() {
        double threshold = Units.influenceToPoints(community.terms().threshold(epsPoints));
        return policy.contraction() == 0 ? 0 : community.terms().provenErrorPoints(threshold);
    }

    /** Members that joined and did not leave, as of the last commit. */
    public int memberCount() {
        return community.memberCount();
    }

    /** Ids given so far, those of members who left included. */
    public int idCount() {
        return community.size();
    }

    public boolean isMember(int member) {
        return community.published(member) != Standing.NOBODY;
    }

    public double base(int member) {
        return Units.toPoints(Standing.baseUnits(standing(member)));
    }

    /** What is published, in full precision: exact where friends hear in steps, else within eps. */
    public double score(int member) {
        return Standing.scorePoints(standing(member));
    }

    /** Score less base, in points. */
    public double influence(int member) {
        return Units.influenceToPoints(Standing.influence(standing(member)));
    }

    /** The score in whole points, halves upwards. */
    public int roundedScore(int member) {
        return Standing.rounded(standing(member));
    }

    public Explanation explanation(int member) {
        long stamp = lock.readLock();
        try {
            standing(member);
            return new Explain(community).explain(member);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /**
     * For each member the most that dropping one friend would gain them; changes nothing.
     *
     * @param accuracyPoints how exact the gains are
     */
    public ShunningReport shunningReport(Removal removal, double accuracyPoints, int threads) {
        long stamp = lock.readLock();
        try {
            return new Shunning(community, accuracyPoints, threads).underPolicy(policy, removal);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** The same for these members alone; of the others it says that they gain nothing. */
    public ShunningReport shunningSample(Removal removal, double accuracyPoints, int threads, int... members) {
        long stamp = lock.readLock();
        try {
            for (int member : members) {
                standing(member);
            }
            return new Shunning(community, accuracyPoints, threads).underPolicy(policy, removal, members);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** The same for these bases and ties under a plain average of friends, s = (1 - a) b + a W s. */
    public ShunningReport shunningReportUnderAverages(double share, double accuracyPoints, int threads) {
        long stamp = lock.readLock();
        try {
            return new Shunning(community, accuracyPoints, threads).underAverages(share);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** What a set of members lifts anyone in it above the best base in it and the best friend outside. */
    public RingReport ringReport(int... members) {
        long stamp = lock.readLock();
        try {
            for (int member : members) {
                standing(member);
            }
            return new Rings(community).report(members);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** Bytes held for members and ties, spare room included. */
    public long bytes() {
        return community.bytes();
    }

    private long standing(int member) {
        long standing = community.published(member);
        if (standing == Standing.NOBODY) {
            throw Checks.unknown(member);
        }
        return standing;
    }

    private void known(int member) {
        if (member < 0 || member >= ids || left.get(member)) {
            throw Checks.unknown(member);
        }
    }

    private void pair(int a, int b) {
        known(a);
        known(b);
        Checks.pair(a, b);
    }

    private static double checkedEps(InfluencePolicy policy, double epsPoints) {
        double finest = new Terms(policy).finestEpsPoints();
        if (!(epsPoints >= finest && epsPoints <= 100)) {
            throw new IllegalArgumentException(
                    "eps is " + epsPoints + " points; allowed: " + finest + " to 100 under this policy");
        }
        return epsPoints;
    }
}
