package dev.standing.influence.incremental;

import dev.standing.influence.publication.Publication;
import dev.standing.influence.rows.Bar;
import dev.standing.influence.rows.RowEvaluator;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.TieRows;
import java.util.Arrays;

/**
 * Brings scores back to the fixed point after changes: evaluates rows whose own base or ties changed, and tells a member's
 * friends where the score moved away from what they were last told by more than the threshold; until none has.
 *
 * <p>What a friend is told mostly changes nothing for them, as it stays below their bar, or shifts a sum by the difference, as
 * it stays above it or where fewer than K count. Only where it crosses a bar between those that count and others is their row
 * read again, so that a hub of thousands of ties is rarely read.
 */
public final class Propagation {
    /** So many records are asked for at once: more than memory serves at once, less than the nearest cache holds. */
    private static final int FETCHED = 64;

    private final Community community;
    private final RowEvaluator rows;
    private final long threshold;
    private final Publication publication;
    private int[] queue = new int[64];
    private int head;
    private int queued;
    private int[] touched = new int[64];
    private int touchedCount;
    private int[] stale = new int[64];
    private int staleCount;
    private long rowsEvaluated;
    private long farthest;

    /** Kept, so that no compiler leaves out the reading. */
    long fetched;

    public Propagation(Community community, double epsPoints) {
        this.community = community;
        this.rows = new RowEvaluator(community);
        this.threshold = community.terms().threshold(epsPoints);
        this.publication = new Publication(community, epsPoints);
    }

    /** The member's row has to be read again. */
    void dirty(int i) {
        community.mark(i, Community.DIRTY);
        enqueue(i);
    }

    /** Runs until the error rule holds. */
    public void run() {
        while (queued > 0) {
            visit(dequeue());
        }
    }

    /** Rows read since the last time that this was asked. */
    public long rowsEvaluated() {
        long rows = rowsEvaluated;
        rowsEvaluated = 0;
        return rows;
    }

    /** Of the members published last, in 2^-30 point; for all others it was at most the threshold already. */
    public long farthest() {
        return farthest;
    }

    private void visit(int i) {
        Community c = community;
        c.unmark(i, Community.QUEUED);
        if (!c.isMember(i)) {
            c.unmark(i, Community.DIRTY);
            return;
        }
        if (c.is(i, Community.DIRTY)) {
            c.unmark(i, Community.DIRTY);
            rows.evaluate(i);
            rowsEvaluated++;
            touch(i);
        }
        long standing = c.standing(i);
        if (Standing.distance(standing, c.told(i)) > threshold) {
            int before = c.told(i);
            c.tell(i, Standing.scoreUnits(standing));
            if (c.consents(i)) {
                tell(i, before, c.told(i));
            }
        }
    }

    private void tell(int i, int before, int after) {
        TieRows ties = community.ties();
        int arcs = ties.live(i);
        if (arcs > 0) {
            int[] ids = ties.neighbours(i);
            byte[] weights = ties.weights(i);
            int from = ties.offset(i);
            for (int first = from; first < from + arcs; first += FETCHED) {
                int last = Math.min(from + arcs, first + FETCHED);
                fetched ^= community.fetch(ids, first, last - first);
                for (int k = first; k < last; k++) {
                    moved(ids[k], weights[k] & 255, before, after);
                }
            }
        }
        if (community.terms().drags && community.memory().live(i) > 0) {
            tellRemembered(i, before, after);
        }
    }

    private void tellRemembered(int i, int before, int after) {
        Community c = community;
        TieRows memory = c.memory();
        int from = memory.offset(i);
        int[] ids = memory.neighbours(i);
        for (int k = from; k < from + memory.live(i); k++) {
            int j = ids[k];
            if (community.settled(j)) {
                touchWatched(j);
                int steps = memory.weights(i)[k] & 255;
                int day = memory.days(i)[k];
                shiftDrag(
                        j,
                        c.rememberedDrag(steps, day, c.base(j) - before),
                        c.rememberedDrag(steps, day, c.base(j) - after));
            }
        }
    }

    /** A current tie of j's now counts with another told value. */
    private void moved(int j, int steps, int before, int after) {
        if (community.settled(j)) {
            int own = community.base(j);
            touchWatched(j);
            changed(j, steps * (before - own), steps * (after - own));
        }
    }

    /**
     * One contribution to j's row went from one value to another, 0 where there is none; negative values are drags. The row, with
     * its ties and told values, already says so.
     */
    void changed(int j, int before, int after) {
        Terms terms = community.terms();
        if (terms.boosts) {
            shiftBoost(j, Math.max(0, before), Math.max(0, after));
        }
        if (terms.drags) {
            shiftDrag(j, Math.max(0, -before), Math.max(0, -after));
        }
    }

    private void shiftBoost(int j, int before, int after) {
        int bar = community.boostBar(j);
        if (Bar.ignores(bar, before, after)) {
            return;
        }
        int newBar = Bar.after(bar, before, after);
        if (newBar == Bar.UNKNOWN) {
            dirty(j);
        } else {
            community.boost(j, community.boostSum(j) + after - before, newBar);
            touch(j);
            check(j);
        }
    }

    private void shiftDrag(int j, int before, int after) {
        int bar = community.dragBar(j);
        if (Bar.ignores(bar, before, after)) {
            return;
        }
        int newBar = Bar.after(bar, before, after);
        if (newBar == Bar.UNKNOWN) {
            dirty(j);
        } else {
            community.drag(j, community.dragSum(j) + after - before, newBar);
            touch(j);
            check(j);
        }
    }

    private void check(int j) {
        if (Standing.distance(community.standing(j), community.told(j)) > threshold) {
            enqueue(j);
        }
    }

    /** A friend told another value, which may count where a decision reads closely, though it does not here. */
    private void touchWatched(int i) {
        if (community.is(i, Community.WATCHED)) {
            touch(i);
        }
    }

    void touch(int i) {
        if (!community.is(i, Community.TOUCHED)) {
            community.mark(i, Community.TOUCHED);
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touchedCount);
            }
            touched[touchedCount++] = i;
        }
    }

    /** What is published of the member has to be read anew. */
    void stale(int i) {
        if (!community.is(i, Community.STALE)) {
            community.mark(i, Community.STALE);
            if (staleCount == stale.length) {
                stale = Arrays.copyOf(stale, 2 * staleCount);
            }
            stale[staleCount++] = i;
        }
    }

    /** The member has other ties, or another base that others hear. */
    void rowChanged(int i) {
        stale(i);
        dirty(i);
    }

    /** Shows readers what scores of those who were touched come to, and says whose rounded score changed. */
    public int[] publish() {
        farthest = 0;
        int moved = touchedCount;
        for (int k = 0; k < moved; k++) {
            if (community.is(touched[k], Community.WATCHED)) {
                for (int watcher : community.unwatch(touched[k])) {
                    touch(watcher);
                }
            }
        }
        for (int k = 0; k < touchedCount; k++) {
            if (k % FETCHED == 0) {
                fetched ^= community.fetch(touched, k, Math.min(FETCHED, touchedCount - k));
            }
            decide(touched[k]);
        }
        touchedCount = 0;
        return publishStale();
    }

    private void decide(int i) {
        Community c = community;
        c.unmark(i, Community.TOUCHED);
        if (c.isMember(i)) {
            farthest = Math.max(farthest, c.distance(i));
            if (!c.terms().steps.hide()) {
                stale(i);
            } else if (publication.decide(i) && c.consents(i)) {
                staleFriends(c.ties(), i);
                staleFriends(c.memory(), i);
            }
        }
    }

    private void staleFriends(TieRows rows, int i) {
        int friends = rows.live(i);
        if (friends > 0) {
            int[] ids = rows.neighbours(i);
            int from = rows.offset(i);
            fetched ^= community.fetch(ids, from, friends);
            for (int k = from; k < from + friends; k++) {
                stale(ids[k]);
            }
        }
    }

    private int[] publishStale() {
        Community c = community;
        int changed = 0;
        for (int k = 0; k < staleCount; k++) {
            int i = stale[k];
            c.unmark(i, Community.STALE);
            if (c.isMember(i)) {
                long before = c.published(i);
                if (c.terms().steps.hide()) {
                    publication.publish(i);
                } else {
                    c.publish(i, c.standing(i));
                }
                // Nobody can guess whose rounded score changed: it is noted without a branch.
                stale[changed] = i;
                long now = c.published(i);
                changed += Standing.rounded(before) != Standing.rounded(now) || before == Standing.NOBODY ? 1 : 0;
            }
        }
        staleCount = 0;
        return Arrays.copyOf(stale, changed);
    }

    private void enqueue(int i) {
        if (community.is(i, Community.QUEUED)) {
            return;
        }
        community.mark(i, Community.QUEUED);
        fetched ^= community.ties().fetch(i);
        if (queued == queue.length) {
            int[] larger = new int[2 * queued];
            System.arraycopy(queue, head, larger, 0, queued - head);
            System.arraycopy(queue, 0, larger, queued - head, head);
            queue = larger;
            head = 0;
        }
        queue[(head + queued++) & (queue.length - 1)] = i;
    }

    private int dequeue() {
        int i = queue[head];
        head = (head + 1) & (queue.length - 1);
        queued--;
        return i;
    }
}
