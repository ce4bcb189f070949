package dev.standing.influence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps every member's score at the fixed point of the influence policy while members, ties, consents and days change.
 *
 * <p>One writer records changes and then {@link #commit() commits} them; readers see the state of the last commit, at any
 * time, from any thread. Members are dense ints given by {@link #join}; an id is never given twice. A newcomer does not
 * consent to social scoring until {@link #grantConsent}; a tie counts while both ends consent.
 */
public final class InfluenceEngine {
    private static final class Member {
        double base;
        boolean left;
        boolean consents;
        double score;
        long rounded = Long.MIN_VALUE;
        final Map<Integer, Double> ties = new HashMap<>();
        final Map<Integer, Memory> memory = new HashMap<>();
    }

    private record Memory(double weight, int severedOnDay) {}

    private final InfluencePolicy policy;
    private final double epsPoints;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<Member> members = new ArrayList<>();
    private final List<Runnable> recorded = new ArrayList<>();
    private final List<Boolean> joined = new ArrayList<>();
    private int today;
    private int recordedDay;

    private InfluenceEngine(InfluencePolicy policy, double epsPoints, int today) {
        this.policy = policy;
        this.epsPoints = epsPoints;
        this.today = today;
        this.recordedDay = today;
    }

    /**
     * An engine without members.
     *
     * @param epsPoints after every commit no score is further than this from the exact one, in points
     * @param today the day, as a number that grows by one a day
     */
    public static InfluenceEngine create(InfluencePolicy policy, double epsPoints, int today) {
        if (!(epsPoints >= 1e-4 && epsPoints <= 100)) {
            throw new IllegalArgumentException("eps is " + epsPoints + " points; allowed: 0.0001 to 100");
        }
        return new InfluenceEngine(policy, epsPoints, today);
    }

    /** Records a newcomer without ties or consent and says their id. */
    public int join(double basePoints) {
        Scale.checkedBase(basePoints);
        int id = joined.size();
        joined.add(true);
        recorded.add(() -> {
            Member member = new Member();
            member.base = basePoints;
            members.add(member);
        });
        return id;
    }

    /** Records that a member left: their ties, remembered ones too, are gone from both sides. */
    public void leave(int member) {
        known(member);
        joined.set(member, false);
        recorded.add(() -> {
            Member m = members.get(member);
            m.ties.keySet().forEach(j -> members.get(j).ties.remove(member));
            m.memory.keySet().forEach(j -> members.get(j).memory.remove(member));
            m.ties.clear();
            m.memory.clear();
            m.left = true;
        });
    }

    public void changeBase(int member, double basePoints) {
        known(member);
        Scale.checkedBase(basePoints);
        recorded.add(() -> members.get(member).base = basePoints);
    }

    /** Records consent to social scoring: the member's ties count where the other end consents too. */
    public void grantConsent(int member) {
        known(member);
        recorded.add(() -> members.get(member).consents = true);
    }

    /** Records the withdrawal of consent: neither boost nor drag, current or remembered, here or at a friend. */
    public void withdrawConsent(int member) {
        known(member);
        recorded.add(() -> members.get(member).consents = false);
    }

    /**
     * Records a tie or its new weight; a severed tie becomes current again.
     *
     * @param weight above 0 to 1, kept in steps of 1/255
     */
    public void tie(int a, int b, double weight) {
        pair(a, b);
        checkedWeight(weight);
        recorded.add(() -> put(a, b, weight));
    }

    /** Records that a current tie was severed on a day; where there is none, nothing changes. */
    public void sever(int a, int b, int severedOnDay) {
        pair(a, b);
        recorded.add(() -> {
            Double weight = members.get(a).ties.remove(b);
            members.get(b).ties.remove(a);
            if (weight != null) {
                keep(a, b, weight, severedOnDay);
            }
        });
    }

    /** Records a tie that was severed before this engine knew of it, unless the pair has a current tie. */
    public void remember(int a, int b, double weight, int severedOnDay) {
        pair(a, b);
        checkedWeight(weight);
        recorded.add(() -> {
            if (!members.get(a).ties.containsKey(b)) {
                keep(a, b, weight, severedOnDay);
            }
        });
    }

    /** Records that it is now a later day: remembered ties weigh less, or are forgotten. */
    public void advanceTo(int day) {
        if (day < recordedDay) {
            throw new IllegalArgumentException("day is " + day + "; allowed: " + recordedDay + " or later");
        }
        recordedDay = day;
        recorded.add(() -> {
            today = day;
            members.forEach(m -> m.memory.values().removeIf(t -> day - t.severedOnDay() >= policy.tieMemoryDays()));
        });
    }

    /** Applies what was recorded since the last commit; afterwards every score is within eps of the fixed point. */
    public BatchOutcome commit() {
        lock.writeLock().lock();
        try {
            recorded.forEach(Runnable::run);
            recorded.clear();
            double q = policy.contraction();
            double residual = Double.MAX_VALUE;
            long rows = 0;
            members.forEach(m -> m.score = m.base);
            while (residual * q > (1 - q) * epsPoints) {
                double[] next = new double[members.size()];
                residual = 0;
                for (int i = 0; i < next.length; i++, rows++) {
                    Explanation e = explained(i);
                    next[i] = e.scorePoints();
                    residual = Math.max(residual, Math.abs(next[i] - members.get(i).score));
                }
                for (int i = 0; i < next.length; i++) {
                    members.get(i).score = next[i];
                }
                if (q == 0) {
                    residual = 0;
                }
            }
            return new BatchOutcome(changed(), rows, residual, q * residual / (1 - q));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Members that joined and did not leave, as of the last commit. */
    public int memberCount() {
        return (int) read(() -> members.stream().filter(m -> !m.left).count());
    }

    public double base(int member) {
        return read(() -> at(member).base);
    }

    public double score(int member) {
        return read(() -> at(member).score);
    }

    /** Score less base, in points. */
    public double influence(int member) {
        return read(() -> at(member).score - at(member).base);
    }

    /** The score in whole points, halves upwards. */
    public int roundedScore(int member) {
        return (int) Math.round(score(member));
    }

    public Explanation explanation(int member) {
        lock.readLock().lock();
        try {
            at(member);
            return explained(member);
        } finally {
            lock.readLock().unlock();
        }
    }

    private double read(java.util.function.DoubleSupplier value) {
        lock.readLock().lock();
        try {
            return value.getAsDouble();
        } finally {
            lock.readLock().unlock();
        }
    }

    private int[] changed() {
        int[] ids = new int[members.size()];
        int n = 0;
        for (int i = 0; i < members.size(); i++) {
            Member m = members.get(i);
            if (!m.left && Math.round(m.score) != m.rounded) {
                m.rounded = Math.round(m.score);
                ids[n++] = i;
            }
        }
        return Arrays.copyOf(ids, n);
    }

    private Explanation explained(int id) {
        Member m = members.get(id);
        List<CountedTie> boost = new ArrayList<>();
        List<CountedTie> drag = new ArrayList<>();
        int current = 0;
        int remembered = 0;
        for (var e : m.ties.entrySet()) {
            Member other = members.get(e.getKey());
            if (m.consents && other.consents) {
                current++;
                add(boost, drag, e.getKey(), e.getValue(), false, other.score - m.base);
            }
        }
        for (var e : m.memory.entrySet()) {
            Member other = members.get(e.getKey());
            if (m.consents && other.consents) {
                remembered++;
                double left = policy.tieMemoryDays()
                        - Math.max(0, today - e.getValue().severedOnDay());
                double weight = e.getValue().weight() * left / policy.tieMemoryDays();
                add(new ArrayList<>(), drag, e.getKey(), weight, true, other.score - m.base);
            }
        }
        Bound bound = policy.mode() == Mode.OFF
                ? Bound.POLICY_OFF
                : !m.consents
                        ? Bound.NO_CONSENT
                        : current + remembered < policy.minimumTies() ? Bound.TOO_FEW_TIES : Bound.NONE;
        List<CountedTie> counted = new ArrayList<>();
        double up = 0;
        double down = 0;
        double influence = 0;
        if (bound == Bound.NONE) {
            up = strongest(boost, counted);
            down = strongest(drag, counted);
            influence = Math.clamp(up - down, -policy.dragCapPoints(), policy.boostCapPoints());
            bound = up - down > policy.boostCapPoints()
                    ? Bound.BOOST_CAP
                    : down - up > policy.dragCapPoints() ? Bound.DRAG_CAP : Bound.NONE;
        }
        return new Explanation(
                id, m.base, up, down, influence, m.base + influence, current, remembered, bound, counted);
    }

    private void add(
            List<CountedTie> boost, List<CountedTie> drag, int j, double weight, boolean old, double differencePoints) {
        double up = policy.boostShare() / policy.strongestTies() * weight * differencePoints;
        double down = -policy.dragShare() / policy.strongestTies() * weight * differencePoints;
        if (up > 0) {
            boost.add(new CountedTie(j, CountedTie.Side.BOOST, weight, old, up));
        }
        if (down > 0) {
            drag.add(new CountedTie(j, CountedTie.Side.DRAG, weight, old, down));
        }
    }

    private double strongest(List<CountedTie> side, List<CountedTie> counted) {
        side.sort(Comparator.comparingDouble(CountedTie::points).reversed());
        List<CountedTie> top = side.subList(0, Math.min(policy.strongestTies(), side.size()));
        counted.addAll(top);
        return top.stream().mapToDouble(CountedTie::points).sum();
    }

    private void put(int a, int b, double weight) {
        double kept = Math.max(1, Math.round(weight * 255)) / 255.0;
        members.get(a).memory.remove(b);
        members.get(b).memory.remove(a);
        members.get(a).ties.put(b, kept);
        members.get(b).ties.put(a, kept);
    }

    private void keep(int a, int b, double weight, int severedOnDay) {
        if (today - severedOnDay < policy.tieMemoryDays()) {
            members.get(a).memory.put(b, new Memory(weight, severedOnDay));
            members.get(b).memory.put(a, new Memory(weight, severedOnDay));
        }
    }

    private Member at(int member) {
        if (member < 0 || member >= members.size() || members.get(member).left) {
            throw new IllegalArgumentException("member " + member + " is not known; allowed: ids given by join");
        }
        return members.get(member);
    }

    private void known(int member) {
        if (member < 0 || member >= joined.size() || !joined.get(member)) {
            throw new IllegalArgumentException("member " + member + " is not known; allowed: ids given by join");
        }
    }

    private void pair(int a, int b) {
        known(a);
        known(b);
        if (a == b) {
            throw new IllegalArgumentException("tie of member " + a + " to themselves; allowed: two different members");
        }
    }

    private static void checkedWeight(double weight) {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight is " + weight + "; allowed: above 0 to 1");
        }
    }
}
