package dev.standing.influence.report;

/**
 * One of the at most K ties that count on a side.
 *
 * @param neighbour the friend
 * @param side whether the friend lifts or drags
 * @param weight the tie's weight as it counts today, 0 to 1: what is left of it where the tie is severed
 * @param remembered whether the tie is severed and not yet forgotten
 * @param points what this tie adds or takes, positive on both sides, before the caps
 */
public record CountedTie(int neighbour, Side side, double weight, boolean remembered, double points) {
    /** The two ways in which a friend can count. */
    public enum Side {
        BOOST,
        DRAG
    }
}
