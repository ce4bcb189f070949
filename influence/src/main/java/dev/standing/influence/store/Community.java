package dev.standing.influence.store;

import java.util.Arrays;

/**
 * Members by dense id: bases, what friends were last told, the sums of the K strongest contributions on each side with their
 * bars, and what readers see. Rows of current ties and of remembered ones.
 *
 * <p>All of a member but drags lies in one record of 32 bytes, as news of a friend asks for most of it: one or two lines of memory
 * instead of six. What friends were told lies in an array of its own too, for loops that ask for nothing else.
 *
 * <p>Invariants after each commit: every score is F of the told values, up to its last bit; no told value is further than
 * the threshold from its score.
 */
public final class Community {
    private static final int JOINED = 1;
    private static final int CONSENTS = 2;
    public static final int DIRTY = 4;
    public static final int QUEUED = 8;
    public static final int TOUCHED = 16;
    /** The row was evaluated and counted: as {@link #counts} says, at the price of one bit. */
    public static final int COUNTED = 32;

    /** Friends are heard at another value, or are others, so that what is published has to be read anew. */
    public static final int STALE = 64;
    /** Others are to be decided anew when the score moves. */
    public static final int WATCHED = 128;

    private static final int WIDTH = 4;
    /** Base in the upper half, told in the lower. */
    private static final int BASE_TOLD = 0;

    private static final int BOOST_SUM = 1;
    /** Bar in the upper half, flags in the lower. */
    private static final int BOOST_BAR_FLAGS = 2;

    private static final int PUBLISHED = 3;
    private static final long LOWER = 0xffff_ffffL;

    private final Terms terms;
    private final TieRows ties = new TieRows(false);
    private final TieRows memory = new TieRows(true);
    private int today;
    private int size;
    private int memberCount;
    private long[] records = {};
    /** The same, for readers in other threads. */
    private volatile long[] shared = records;

    /** Own base in the upper half, place in the lower. */
    private long[] own = {};

    private int[] told = {};
    /** What is heard of scores for publication. */
    private int[] heard = {};

    /** What K boosts of the published row reached when it was read last: mostly they still do. */
    private int[] publishedBar = {};

    private final Watch watch = new Watch();
    private long[] dragSum = {};
    private int[] dragBar = {};

    public Community(Terms terms, int today) {
        this.terms = terms;
        this.today = today;
    }

    public Terms terms() {
        return terms;
    }

    public TieRows ties() {
        return ties;
    }

    public TieRows memory() {
        return memory;
    }

    public int today() {
        return today;
    }

    public void today(int day) {
        today = day;
    }

    /** Ids given so far. */
    public int size() {
        return size;
    }

    public int memberCount() {
        return memberCount;
    }

    /** What the member earned, in units; others hear less. */
    public int own(int i) {
        return (int) (own[i] >>> 32);
    }

    /** Where the member's steps begin, in units. */
    public int place(int i) {
        return (int) own[i];
    }

    /** Changes what the member earned, and says whether others hear of it. */
    public boolean own(int i, int ownUnits) {
        own[i] = ((long) ownUnits << 32) | place(i);
        int before = base(i);
        base(i, terms.steps.heard(ownUnits, place(i)));
        return base(i) != before;
    }

    /** What others hear of the member's own base, in units: of what everybody hears all scores but one's own are made. */
    public int base(int i) {
        return (int) (records[i * WIDTH + BASE_TOLD] >>> 32);
    }

    private void base(int i, int baseUnits) {
        records[i * WIDTH + BASE_TOLD] = ((long) baseUnits << 32) | told(i);
    }

    /** What friends were last told, in units. */
    public int told(int i) {
        return (int) records[i * WIDTH + BASE_TOLD];
    }

    /** What all friends were last told, for loops; to be changed by {@link #tell} alone, and by the first sweep. */
    public int[] told() {
        return told;
    }

    public void tell(int i, int units) {
        told[i] = units;
        records[i * WIDTH + BASE_TOLD] = (records[i * WIDTH + BASE_TOLD] & ~LOWER) | units;
    }

    /** What all are heard at for publication, for loops; to be changed by {@link #heard(int, int)} alone. */
    public int[] heard() {
        return heard;
    }

    /** Lets a score be heard in this step for publication, and says whether that is another than before. */
    public boolean heard(int i, int scoreStep) {
        int before = heard[i];
        heard[i] = Steps.heard(scoreStep);
        return heard[i] != before;
    }

    public int publishedBar(int i) {
        return publishedBar[i];
    }

    public void publishedBar(int i, int bar) {
        publishedBar[i] = bar;
    }

    /** Somebody is to be decided anew when the member's score moves. */
    public void watch(int i, int watcher) {
        mark(i, WATCHED);
        watch.add(i, watcher);
    }

    /** Those who are to be decided anew as the member's score moved. */
    public int[] unwatch(int i) {
        unmark(i, WATCHED);
        return watch.take(i);
    }

    /** Nobody is to be decided anew. */
    public void unwatchAll() {
        watch.clear();
    }

    /** What readers see; any thread. */
    public long published(int i) {
        long[] seen = shared;
        return i >= 0 && i < seen.length / WIDTH ? Shared.get(seen, i * WIDTH + PUBLISHED) : Standing.NOBODY;
    }

    /** How far what the member's sums say is from what friends were told, in 2^-30 point. */
    public long distance(int i) {
        return Standing.distance(standing(i), told(i));
    }

    public void publish(int i, long standing) {
        // Who writes what is there already sends a line of memory back for nothing.
        if (standing != records[i * WIDTH + PUBLISHED]) {
            Shared.set(records, i * WIDTH + PUBLISHED, standing);
        }
    }

    public boolean is(int i, int flag) {
        return ((int) records[i * WIDTH + BOOST_BAR_FLAGS] & flag) != 0;
    }

    public void mark(int i, int flag) {
        records[i * WIDTH + BOOST_BAR_FLAGS] |= flag;
    }

    public void unmark(int i, int flag) {
        records[i * WIDTH + BOOST_BAR_FLAGS] &= ~(long) flag;
    }

    /** Whether the sums are up to date, so that a difference can be added. */
    public boolean settled(int i) {
        return ((int) records[i * WIDTH + BOOST_BAR_FLAGS] & (DIRTY | COUNTED)) == COUNTED;
    }

    public boolean isMember(int i) {
        return i >= 0 && i < size && is(i, JOINED);
    }

    public boolean consents(int i) {
        return is(i, CONSENTS);
    }

    /** Ties that count towards the minimum: both ends consent; remembered ones too. */
    int tieCount(int i) {
        return ties.live(i) + memory.live(i);
    }

    /** Whether ties can move the member's score at all. */
    public boolean counts(int i) {
        return is(i, CONSENTS) && enough(i);
    }

    /** Whether the member has as many ties as it takes. */
    public boolean enough(int i) {
        return tieCount(i) >= terms.minimumTies;
    }

    /** Whether severed ties may still drag the member. */
    public boolean remembersDrags(int i) {
        return terms.drags && memory.live(i) > 0;
    }

    /** What is left of a remembered tie's weight: this many days of the policy's memory. */
    public int daysLeft(int severedOnDay) {
        return terms.memoryDays - Math.max(0, today - severedOnDay);
    }

    /** What a remembered tie to somebody this far below can count, rounded down to a contribution's unit. */
    public int rememberedDrag(int steps, int severedOnDay, int belowUnits) {
        return belowUnits <= 0
                ? 0
                : (int) ((long) steps * belowUnits * Math.max(0, daysLeft(severedOnDay)) / terms.memoryDays);
    }

    public long boostSum(int i) {
        return records[i * WIDTH + BOOST_SUM];
    }

    /** What K boosts reach, where it is above 0; else by how many fewer than K there are, as a number not above 0. */
    public int boostBar(int i) {
        return (int) (records[i * WIDTH + BOOST_BAR_FLAGS] >> 32);
    }

    public void boost(int i, long sum, int bar) {
        records[i * WIDTH + BOOST_SUM] = sum;
        records[i * WIDTH + BOOST_BAR_FLAGS] = ((long) bar << 32) | (records[i * WIDTH + BOOST_BAR_FLAGS] & LOWER);
    }

    /** The row was evaluated, counts, and comes to this. */
    public void count(int i, long sum, int bar) {
        boost(i, sum, bar);
        mark(i, COUNTED);
    }

    public long dragSum(int i) {
        return terms.drags ? dragSum[i] : 0;
    }

    public int dragBar(int i) {
        return terms.drags ? dragBar[i] : 0;
    }

    public void drag(int i, long sum, int bar) {
        if (terms.drags) {
            dragSum[i] = sum;
            dragBar[i] = bar;
        }
    }

    /** Reads members' records for no other end than to have them near: all at once, where a loop that decides reads one by one. */
    public long fetch(int[] ids, int from, int count) {
        long read = 0;
        for (int k = from; k < from + count; k++) {
            read ^= records[ids[k] * WIDTH];
        }
        return read;
    }

    /** Adds to sums while other threads do. */
    public void addToBoost(int i, long difference) {
        Shared.add(records, i * WIDTH + BOOST_SUM, difference);
    }

    public void addToDrag(int i, long difference) {
        Shared.add(dragSum, i, difference);
    }

    /** What the member's sums say: what others hear of the base, and how far that is moved. */
    public long standing(int i) {
        return Standing.of(base(i), terms.influence(boostSum(i), dragSum(i)));
    }

    public void reserve(int members) {
        if (members > told.length) {
            if (members > Integer.MAX_VALUE / WIDTH) {
                throw new IllegalArgumentException(
                        "members is " + members + "; allowed: up to " + Integer.MAX_VALUE / WIDTH);
            }
            records = Arrays.copyOf(records, members * WIDTH);
            shared = records;
            told = Arrays.copyOf(told, members);
            own = Arrays.copyOf(own, members);
            heard = Arrays.copyOf(heard, members);
            publishedBar = Arrays.copyOf(publishedBar, members);
            if (terms.drags) {
                dragSum = Arrays.copyOf(dragSum, members);
                dragBar = Arrays.copyOf(dragBar, members);
            }
        }
    }

    /** Everybody of a range tells their base. Says how many arcs they have. */
    public long tellBases(int from, int to) {
        long arcs = 0;
        for (int i = from; i < to; i++) {
            tell(i, base(i));
            arcs += ties.live(i);
        }
        return arcs;
    }

    /** The next id, with this base and place, told as heard, and no ties. */
    public int join(int ownUnits, int place, boolean consents) {
        if (size == told.length) {
            reserve(size + (size >> 1) + 16);
        }
        own[size] = place;
        own(size, ownUnits);
        tell(size, base(size));
        mark(size, consents ? JOINED | CONSENTS : JOINED);
        memberCount++;
        return size++;
    }

    public void leave(int i) {
        unmark(i, JOINED | CONSENTS);
        boost(i, 0, 0);
        drag(i, 0, 0);
        memberCount--;
    }

    public void consents(int i, boolean consents) {
        if (consents) {
            mark(i, CONSENTS);
        } else {
            unmark(i, CONSENTS);
        }
    }

    /** Whether the member is here and consents, as a snapshot keeps it. */
    public byte membership(int i) {
        return (byte) (records[i * WIDTH + BOOST_BAR_FLAGS] & (JOINED | CONSENTS));
    }

    /** Takes over the members of a snapshot. */
    public void restore(int[] owns, int[] places, int[] tolds, byte[] memberships) {
        reserve(owns.length);
        size = owns.length;
        for (int i = 0; i < size; i++) {
            own[i] = places[i];
            own(i, owns[i]);
            tell(i, tolds[i]);
            mark(i, memberships[i] & (JOINED | CONSENTS));
            memberCount += memberships[i] & JOINED;
        }
    }

    /** Bytes held for members and for ties. */
    public long bytes() {
        return told.length * (long) (terms.drags ? 64 : 52) + ties.bytes() + memory.bytes();
    }
}
