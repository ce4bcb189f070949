package dev.standing.influence.community;

import java.util.Arrays;

/**
 * Members on flat arrays, indexed by id: bases, what friends were last told, the sums of the K strongest contributions on each
 * side with their bars, and what readers see. Rows of current ties and of remembered ones.
 *
 * <p>Invariants after each commit: every score is F of the told values, up to its last bit; no told value is further than
 * the threshold from its score.
 */
public final class Community {
    private static final byte JOINED = 1;
    private static final byte CONSENTS = 2;
    static final byte DIRTY = 4;
    static final byte QUEUED = 8;
    static final byte TOUCHED = 16;
    /** The row was evaluated and counted: as {@link #counts} says, at the price of one byte. */
    static final byte COUNTED = 32;

    private final Terms terms;
    private final TieRows ties = new TieRows(false);
    private final TieRows memory = new TieRows(true);
    private int today;
    private int size;
    private int memberCount;
    int[] base = {};
    int[] told = {};
    byte[] flags = {};
    long[] boostSum = {};
    int[] boostBar = {};
    long[] dragSum = {};
    int[] dragBar = {};
    private volatile long[] published = {};

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

    void today(int day) {
        today = day;
    }

    /** Ids given so far. */
    public int size() {
        return size;
    }

    public int memberCount() {
        return memberCount;
    }

    public int[] base() {
        return base;
    }

    public int[] told() {
        return told;
    }

    public long[] published() {
        return published;
    }

    public boolean isMember(int i) {
        return i >= 0 && i < size && (flags[i] & JOINED) != 0;
    }

    public boolean consents(int i) {
        return (flags[i] & CONSENTS) != 0;
    }

    /** Ties that count towards the minimum: both ends consent; remembered ones too. */
    int tieCount(int i) {
        return ties.live(i) + memory.live(i);
    }

    /** Whether ties can move the member's score at all. */
    boolean counts(int i) {
        return (flags[i] & CONSENTS) != 0 && tieCount(i) >= terms.minimumTies;
    }

    /** Whether severed ties may still drag the member. */
    boolean remembersDrags(int i) {
        return terms.drags && memory.live(i) > 0;
    }

    /** What is left of a remembered tie's weight: this many days of the policy's memory. */
    public int daysLeft(int severedOnDay) {
        return terms.memoryDays - Math.max(0, today - severedOnDay);
    }

    /** What a remembered tie to somebody this far below can count, rounded down to a contribution's unit. */
    int rememberedDrag(int steps, int severedOnDay, int belowUnits) {
        return belowUnits <= 0
                ? 0
                : (int) ((long) steps * belowUnits * Math.max(0, daysLeft(severedOnDay)) / terms.memoryDays);
    }

    void boost(int i, long sum, int bar) {
        boostSum[i] = sum;
        boostBar[i] = bar;
    }

    void drag(int i, long sum, int bar) {
        if (terms.drags) {
            dragSum[i] = sum;
            dragBar[i] = bar;
        }
    }

    /** What K boosts reach, where it is above 0. */
    public int boostBar(int i) {
        return boostBar[i];
    }

    /** What K drags reach, where it is above 0. */
    public int dragBar(int i) {
        return dragBar[i];
    }

    /** The member's standing as their sums say. */
    public long standing(int i) {
        return Standing.of(base[i], terms.influence(boostSum[i], terms.drags ? dragSum[i] : 0));
    }

    public void reserve(int members) {
        if (members > base.length) {
            base = Arrays.copyOf(base, members);
            told = Arrays.copyOf(told, members);
            flags = Arrays.copyOf(flags, members);
            boostSum = Arrays.copyOf(boostSum, members);
            boostBar = Arrays.copyOf(boostBar, members);
            if (terms.drags) {
                dragSum = Arrays.copyOf(dragSum, members);
                dragBar = Arrays.copyOf(dragBar, members);
            }
            published = Arrays.copyOf(published, members);
        }
    }

    /** Everybody tells their base. */
    public void tellBases() {
        System.arraycopy(base, 0, told, 0, size);
    }

    /** The next id, with this base, told as such, and no ties. */
    public int join(int baseUnits, boolean consents) {
        if (size == base.length) {
            reserve(size + (size >> 1) + 16);
        }
        base[size] = baseUnits;
        told[size] = baseUnits;
        flags[size] = consents ? JOINED | CONSENTS : JOINED;
        memberCount++;
        return size++;
    }

    void leave(int i) {
        flags[i] &= ~(JOINED | CONSENTS);
        boostSum[i] = 0;
        if (terms.drags) {
            dragSum[i] = 0;
        }
        memberCount--;
    }

    void consents(int i, boolean consents) {
        flags[i] = (byte) (consents ? flags[i] | CONSENTS : flags[i] & ~CONSENTS);
    }

    /** Whether the member is here and consents, as a snapshot keeps it. */
    public byte membership(int i) {
        return (byte) (flags[i] & (JOINED | CONSENTS));
    }

    /** Takes over the members of a snapshot. */
    public void restore(int[] bases, int[] tolds, byte[] memberships) {
        reserve(bases.length);
        System.arraycopy(bases, 0, base, 0, bases.length);
        System.arraycopy(tolds, 0, told, 0, tolds.length);
        size = bases.length;
        for (int i = 0; i < size; i++) {
            flags[i] = (byte) (memberships[i] & (JOINED | CONSENTS));
            memberCount += flags[i] & JOINED;
        }
    }

    /** Bytes held for members and for ties. */
    public long bytes() {
        return base.length * (long) (terms.drags ? 41 : 29) + ties.bytes() + memory.bytes();
    }
}
