package dev.standing.influence.analysis;

import dev.standing.influence.store.Community;
import dev.standing.influence.store.TieRows;
import dev.standing.influence.store.Units;

/**
 * The plain average model of Friedkin and Johnsen, for comparison: s = (1 - a) b + a W s, where a row of W is the member's weights
 * divided by their sum; s = b for a member without ties. Dropping a low friend lifts the average: it rewards shunning.
 */
final class AverageRows implements RowModel {
    private final Community community;
    private final double share;

    AverageRows(Community community, double share) {
        this.community = community;
        this.share = share;
    }

    @Override
    public double contraction() {
        return share;
    }

    @Override
    public double evaluate(int member, double[] values, int without) {
        double base = Units.toPoints(community.own(member));
        if (!community.consents(member)) {
            return base;
        }
        TieRows ties = community.ties();
        int arcs = ties.live(member);
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < arcs; k++) {
            int friend = ties.neighbour(member, k);
            double weight = friend == without ? 0 : ties.weight(member, k);
            sum += weight * values[friend];
            weights += weight;
        }
        return weights == 0 ? base : (1 - share) * base + share * sum / weights;
    }
}
