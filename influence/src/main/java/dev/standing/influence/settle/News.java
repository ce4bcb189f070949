package dev.standing.influence.settle;

import dev.standing.influence.community.Community;
import dev.standing.influence.community.Differences;
import dev.standing.influence.community.Standing;
import dev.standing.influence.community.TieRows;

/**
 * Who has to tell a new score between two sweeps, and who hears it.
 *
 * <p>Not everybody has to: the error rule asks that nobody's score is further than a threshold r from what friends were told. Where
 * the farthest is D, telling moves no score by more than q D. So whoever is not beyond r - q D may keep silent: they will not be
 * beyond r after the next sweep. Nor will those who tell, as soon as q D is at most r: it takes no more sweeps than if all told.
 */
final class News {
    private final Community community;
    private final long line;
    private final byte[] reached;
    private final Differences differences;

    /** After a sweep that found this distance, in 2^-30 point, too far. */
    News(Community community, double epsPoints, long distance) {
        this.community = community;
        this.differences = new Differences(community);
        // Told values are rounded to units of 2^18: that much is more than rounding can add.
        long lift = (long) (community.terms().contraction() * distance) + (1L << 18);
        this.line = Math.max(0, community.terms().threshold(epsPoints) - lift);
        this.reached = new byte[line == 0 ? 0 : community.size()];
    }

    /** Everybody tells, so that every row has to be read. */
    boolean reachesAll() {
        return line == 0;
    }

    boolean reached(int i) {
        return reached[i] != 0;
    }

    /** Those who are beyond the line tell; any thread, as all write the same to whomever they reach. */
    long tell(int from, int to) {
        for (int i = from; i < to; i++) {
            long standing = community.published(i);
            int before = community.told(i);
            if (community.isMember(i) && Standing.distance(standing, before) > line) {
                int after = Standing.scoreUnits(standing);
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
                if (!differences.hear(ids[k], weights[k] & 255, before, after)) {
                    reached[ids[k]] = 1;
                }
            }
        }
        TieRows memory = community.memory();
        for (int k = 0; k < memory.live(i); k++) {
            reached[memory.neighbour(i, k)] = 1;
        }
    }
}
