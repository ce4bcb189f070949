package dev.standing.influence.sweep;

import dev.standing.influence.publication.Publication;
import dev.standing.influence.rows.Heard;
import dev.standing.influence.rows.HeardRows;
import dev.standing.influence.rows.Lanes;
import dev.standing.influence.rows.ToldUnits;
import dev.standing.influence.rows.TopK;
import dev.standing.influence.store.Community;

/** Publishes many short rows side by side, as {@link RowsAbreast} settles them: from own bases and what friends are heard at. One per thread. */
final class PublishedRows {
    private final Community community;
    private final Publication publication;
    private final HeardRows rows = new HeardRows();
    private final Lanes lanes;
    private final TopK topK;
    private final int[] contributions = new int[Lanes.LONGEST];
    private long[] boosts = {};
    private long[] drags = {};

    PublishedRows(Community community, Publication publication) {
        this.community = community;
        this.publication = publication;
        this.lanes = new Lanes(community.terms().strongestTies);
        this.topK = new TopK(community.terms().strongestTies);
    }

    void publish(int from, int to) {
        take(from, to);
        rows.hear(community.ties(), new ToldUnits(community.heard()));
        rows.sort();
        if (community.terms().boosts) {
            search(1, boosts);
        }
        if (community.terms().drags) {
            for (int row = 0; row < rows.count; row++) {
                rows.bases[row] = community.terms().steps.certain(rows.bases[row]);
                rows.bars[row] = community.dragBar(rows.members[row]);
            }
            search(-1, drags);
        }
        for (int row = 0; row < rows.count; row++) {
            publication.publish(rows.members[row], boosts[row], drags[row]);
        }
    }

    private void take(int from, int to) {
        rows.begin(to - from);
        for (int i = from; i < to; i++) {
            int length = community.ties().live(i);
            if (length > Lanes.LONGEST || !community.counts(i) || community.remembersDrags(i)) {
                if (community.isMember(i)) {
                    publication.publish(i);
                }
            } else {
                rows.add(i, community.own(i), community.boostBar(i), length, 0);
            }
        }
        if (boosts.length < rows.count) {
            boosts = new long[to - from];
            drags = new long[to - from];
        }
    }

    private void search(int sign, long[] into) {
        for (int first = 0; first < rows.count; first += Lanes.ROWS) {
            int last = Math.min(rows.count, first + Lanes.ROWS);
            rows.lay(lanes, first, last);
            if (sign < 0) {
                lanes.turn();
            }
            for (int n = first; n < last; n++) {
                lanes.start(n - first, rows.bars[rows.order[n]]);
            }
            lanes.search();
            for (int n = first; n < last; n++) {
                int row = rows.order[n];
                boolean found = lanes.found(n - first);
                into[row] = found ? lanes.sum(n - first) : select(row, sign);
                if (sign > 0) {
                    community.publishedBar(rows.members[row], found ? lanes.bar(n - first) : topK.bar());
                }
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
}
