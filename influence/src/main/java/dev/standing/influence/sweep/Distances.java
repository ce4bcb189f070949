package dev.standing.influence.sweep;

import java.util.Arrays;

/**
 * How far scores are from what friends were told, in 2^-30 point: the farthest of each {@value #BLOCK} members, so that who looks
 * for those who are far need not ask everybody. Any thread, each for members of its own blocks.
 */
public final class Distances {
    /** Ranges of members begin at multiples of it. */
    public static final int BLOCK = 16;

    private final long[] farthest;

    public Distances(int members) {
        this.farthest = new long[(members + BLOCK - 1) / BLOCK];
    }

    /** Of nobody in these blocks anything is known yet. */
    public void clear(int from, int to) {
        Arrays.fill(farthest, from / BLOCK, (to + BLOCK - 1) / BLOCK, 0);
    }

    public void note(int i, long distance) {
        farthest[i / BLOCK] = Math.max(farthest[i / BLOCK], distance);
    }

    /** The farthest of the member's block. */
    public long near(int i) {
        return farthest[i / BLOCK];
    }

    /** The farthest of whole blocks. */
    public long farthest(int from, int to) {
        long most = 0;
        for (int block = from / BLOCK; block < (to + BLOCK - 1) / BLOCK; block++) {
            most = Math.max(most, farthest[block]);
        }
        return most;
    }
}
