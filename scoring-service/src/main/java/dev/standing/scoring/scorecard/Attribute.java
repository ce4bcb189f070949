package dev.standing.scoring.scorecard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What earns points: a measure, and points by the range that its value falls into. The bins hold every value once. Credit
 * scoring calls this a characteristic, and attributes what are bins here.
 *
 * @param reason why fewer points are earned than there are
 * @param noDataReason the same for those without data; null where {@code reason} is true of them too
 * @param rationale why it is fair to look at this
 */
public record Attribute(
        String name,
        Dimension dimension,
        Measure measure,
        List<Bin> bins,
        Reason reason,
        @Nullable Reason noDataReason,
        String rationale) {
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

    /** The bin that holds a value of the measure, {@link Measure#NONE} included. */
    public Bin binOf(long value) {
        for (Bin bin : bins) {
            if (bin.holds(value)) {
                return bin;
            }
        }
        throw new IllegalStateException(name + ": no bin holds " + value);
    }
}
