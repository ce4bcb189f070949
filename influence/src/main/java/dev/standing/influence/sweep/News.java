package dev.standing.influence.sweep;

import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.TieRows;
import java.util.concurrent.atomic.LongAdder;

/**
 * Who has to tell a new score between two sweeps, and who hears it.
 *
 * <p>Not everybody has to: the error rule asks that nobody's score is further than a threshold r from what friends were told. Where
 * the farthest is D, telling moves no score by more than q D. So whoever is not beyond r - q D may keep silent: they will not be
 * beyond r after the next sweep. Nor will those who tell, as soon as q D is at most r: it takes no more sweeps than if all told.
 */
final class News {
    /** To pass a difference on takes as long as to read so many arcs among thousands of others. */
    private static final int ARCS_FOR_A_DIFFERENCE = 16;

    private final Community community;
    private final Differences differences;
    private final LongAdder arcs = new LongAdder();
    private final Distances distances;
    private long line;
    private byte[] reached = {};
    /** By block of members: whether anybody in it told or heard. */
    private final byte[] stirred;

    /** After a sweep that found this distance, in 2^-30 point, too far. */
    News(Community community, double epsPoints, long distance, Distances distances) {
        this.community = community;
        this.distances = distances;
        this.stirred = new byte[community.size() / Distances.BLOCK + 1];
        this.differences = new Differences(community);
        // Told values are rounded to units of 2^18: that much is more than rounding can add.
        long lift = (long) (community.terms().contraction() * distance) + (1L << 18);
        this.line = Math.max(0, community.terms().threshold(epsPoints) - lift);
    }

    /** Adds up how many would hear of those who are beyond the line. */
    long count(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            if (isNews(i)) {
                sum += community.ties().live(i);
            }
        }
        arcs.add(sum);
        return 0;
    }

    /** Where many would hear, everybody tells and every row is read, as that is sooner done. */
    void decide(long allArcs) {
        if (arcs.sum() * ARCS_FOR_A_DIFFERENCE > allArcs) {
            line = 0;
        }
        reached = new byte[line == 0 ? 0 : community.size()];
    }

    /** Everybody tells, so that every row has to be read. */
    boolean reachesAll() {
        return line == 0;
    }

    /** Whether anything in the member's block may be other than before. */
    boolean stirs(int i) {
        return stirred[i / Distances.BLOCK] != 0;
    }

    boolean reached(int i) {
        return reached[i] != 0;
    }

    private boolean isNews(int i) {
        return distances.near(i) > line && community.isMember(i) && community.distance(i) > line;
    }

    /** Those who are beyond the line tell; any thread, as all write the same to whomever they reach. */
    long tell(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isNews(i)) {
                stirred[i / Distances.BLOCK] = 1;
                int before = community.told(i);
                int after = Standing.scoreUnits(community.standing(i));
                community.tell(i, after);
                if (line > 0 && community.consents(i)) {
                    tell(i, before, after);
                }
            }
        }
        return 0;
    }

    private void tell(int i, int before, int after) {
        TieRows ties = community.ties();
        int friends = ties.live(i);
        if (friends > 0) {
            int[] ids = ties.neighbours(i);
            byte[] weights = ties.weights(i);
            int from = ties.offset(i);
            for (int k = from; k < from + friends; k++) {
                stirred[ids[k] / Distances.BLOCK] = 1;
                if (!differences.hear(ids[k], weights[k] & 255, before, after)) {
                    reached[ids[k]] = 1;
                }
            }
        }
        TieRows memory = community.memory();
        for (int k = 0; k < memory.live(i); k++) {
            reached[memory.neighbour(i, k)] = 1;
            stirred[memory.neighbour(i, k) / Distances.BLOCK] = 1;
        }
    }
}
