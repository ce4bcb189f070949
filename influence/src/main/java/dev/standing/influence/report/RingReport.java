package dev.standing.influence.report;

/**
 * What a set of members achieves together.
 *
 * @param members how many
 * @param bestBasePoints the best base that somebody in the set earned
 * @param bestNeighbourPoints the best score of a current friend outside, 0 where there is none
 * @param highestScorePoints the best score in the set
 * @param liftPoints how far that is above the best base and the best neighbour, 0 where it is not: boost-only and two-way
 *     prove 0 up to the scores' error
 */
public record RingReport(
        int members, double bestBasePoints, double bestNeighbourPoints, double highestScorePoints, double liftPoints) {}
