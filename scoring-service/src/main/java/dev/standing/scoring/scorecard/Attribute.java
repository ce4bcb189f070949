package dev.standing.scoring.scorecard;

import java.util.List;

/**
 * What earns points: a measure, and points by the range that its value falls into. The bins hold every value once.
 *
 * @param rationale why it is fair to look at this
 */
public record Attribute(
        String name, Dimension dimension, Measure measure, List<Bin> bins, Reason reason, String rationale) {
    public Attribute {
        bins = List.copyOf(bins);
    }

    /** The most that it can earn. */
    public int mostPoints() {
        int most = 0;
        for (Bin bin : bins) {
            most = Math.max(most, bin.points());
        }
        return most;
    }

    Bin binOf(long value) {
        for (Bin bin : bins) {
            if (bin.holds(value)) {
                return bin;
            }
        }
        throw new IllegalStateException(name + ": no bin holds " + value);
    }
}
