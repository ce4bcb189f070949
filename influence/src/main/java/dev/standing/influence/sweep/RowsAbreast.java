package dev.standing.influence.sweep;

import dev.standing.influence.rows.Heard;
import dev.standing.influence.rows.HeardRows;
import dev.standing.influence.rows.Lanes;
import dev.standing.influence.rows.RowEvaluator;
import dev.standing.influence.rows.Told;
import dev.standing.influence.rows.ToldUnits;
import dev.standing.influence.rows.TopK;
import dev.standing.influence.store.Community;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates many short rows side by side. One per thread.
 *
 * <p>A row of some thirty ties is too short for loops of its own: to start and to end them costs as much as what is in them. So what
 * friends told is heard in one loop over all rows that lie behind one another, and then {@value Lanes#ROWS} rows of like length are
 * laid abreast, where each step of the search for their bars is one loop over all.
 */
public final class RowsAbreast {
    private final Community community;
    private final Told told;
    private final @Nullable Contenders contenders;
    private final RowEvaluator alone;
    private final HeardRows rows = new HeardRows();
    private final Lanes lanes;
    private final TopK topK;
    private final Distances distances;
    private final int[] contributions = new int[Lanes.LONGEST];
    private long arcsAlone;

    /** Reads all ties. */
    public RowsAbreast(Community community, Distances distances) {
        this(community, distances, new ToldUnits(community.told()), null);
    }

    /** Reads only those ties that can count. */
    RowsAbreast(Community community, Distances distances, Told told, @Nullable Contenders contenders) {
        this.community = community;
        this.told = told;
        this.distances = distances;
        this.contenders = contenders;
        this.alone = new RowEvaluator(community);
        this.topK = new TopK(community.terms().strongestTies);
        this.lanes = new Lanes(community.terms().strongestTies);
    }

    /** Brings a range of members up to date with what friends told, and says how far any of them, at most, is from what they told. */
    public long evaluate(int from, int to) {
        distances.clear(from, to);
        arcsAlone = 0;
        if (contenders == null) {
            take(from, to);
            rows.hear(community.ties(), told);
        } else {
            Contenders.Share share = contenders.of(from);
            take(from, to, share);
            rows.hear(community.ties(), told, share.words);
        }
        rows.sort();
        for (int first = 0; first < rows.count; first += Lanes.ROWS) {
            evaluateSorted(first, Math.min(rows.count, first + Lanes.ROWS));
        }
        keep();
        return distances.farthest(from, to);
    }

    /** How many arcs the last range took. */
    public long arcsRead() {
        return rows.arcs() + arcsAlone;
    }

    /** Evaluates alone what cannot be laid abreast, and notes the others. */
    private void take(int from, int to) {
        rows.begin(to - from);
        for (int i = from; i < to; i++) {
            take(i, community.boostBar(i), community.ties().live(i), 0);
        }
    }

    /** The same, where only contenders are heard. */
    private void take(int from, int to, Contenders.Share share) {
        rows.begin(to - from);
        int word = share.firstWord;
        for (int i = from; i < to; i++) {
            int words = Contenders.words(community.ties().live(i));
            take(i, share.bound(i - from), share.count(word, words), word);
            word += words;
        }
    }

    private void take(int i, int bar, int length, int word) {
        if (community.isMember(i)) {
            if (length > Lanes.LONGEST || !community.counts(i) || community.remembersDrags(i)) {
                alone.evaluate(i);
                note(i);
                arcsAlone += community.ties().live(i);
            } else {
                rows.add(i, community.base(i), bar, length, word);
            }
        }
    }

    private void evaluateSorted(int first, int last) {
        rows.lay(lanes, first, last);
        if (community.terms().boosts) {
            searchBoosts(first, last);
        }
        if (community.terms().drags) {
            lanes.turn();
            searchDrags(first, last);
        }
    }

    private void searchBoosts(int first, int last) {
        for (int n = first; n < last; n++) {
            int bar = rows.bars[rows.order[n]];
            if (contenders == null) {
                lanes.start(n - first, bar);
            } else {
                lanes.startAbove(n - first, bar);
            }
        }
        lanes.search();
        for (int n = first; n < last; n++) {
            int row = rows.order[n];
            if (lanes.found(n - first)) {
                rows.sums[row] = lanes.sum(n - first);
                rows.bars[row] = lanes.bar(n - first);
            } else {
                rows.sums[row] = select(row, 1);
                // Ties that were not read are not above the bound, but may be above what the others say.
                boolean bound = contenders != null && rows.bars[row] > 0;
                rows.bars[row] = bound ? Math.max(rows.bars[row], topK.bar()) : topK.bar();
            }
        }
    }

    private void searchDrags(int first, int last) {
        for (int n = first; n < last; n++) {
            lanes.start(n - first, community.dragBar(rows.members[rows.order[n]]));
        }
        lanes.search();
        for (int n = first; n < last; n++) {
            int row = rows.order[n];
            if (lanes.found(n - first)) {
                community.drag(rows.members[row], lanes.sum(n - first), lanes.bar(n - first));
            } else {
                long sum = select(row, -1);
                community.drag(rows.members[row], sum, topK.bar());
            }
        }
    }

    /** Where halving did not part the K-th from the next. */
    private long select(int row, int sign) {
        int from = rows.places[row];
        for (int k = 0; k < rows.lengths[row]; k++) {
            contributions[k] = sign * Heard.contribution(rows.heard[from + k], rows.bases[row]);
        }
        return topK.sum(contributions, rows.lengths[row]);
    }

    /** Each record is written once, in order, as the next reader of it goes in order too. */
    private void keep() {
        boolean boosts = community.terms().boosts;
        for (int row = 0; row < rows.count; row++) {
            int i = rows.members[row];
            community.count(i, boosts ? rows.sums[row] : 0, boosts ? rows.bars[row] : 0);
            note(i);
        }
    }

    private void note(int i) {
        // After the first sweep only the array for loops says what was told.
        if (contenders != null) {
            community.tell(i, community.told()[i]);
        }
        distances.note(i, community.distance(i));
    }
}
