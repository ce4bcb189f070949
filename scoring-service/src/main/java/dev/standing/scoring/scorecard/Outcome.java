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

    /** Why it is not more; true of this member, with data or without. */
    public Reason reason() {
        Reason noDataReason = attribute.noDataReason();
        return value == Measure.NONE && noDataReason != null ? noDataReason : attribute.reason();
    }

    /** Points below maximum: by how much other causes rank before or after this one. */
    public int pointsLost() {
        return attribute.mostPoints() - bin.points();
    }
}
