package dev.standing.scoring.scorecard;

/**
 * What one attribute came to.
 *
 * @param value {@link Measure#NONE} where there is no data
 */
public record Outcome(Attribute attribute, long value, Bin bin) {
    public int points() {
        return bin.points();
    }

    public int pointsLost() {
        return attribute.mostPoints() - bin.points();
    }
}
