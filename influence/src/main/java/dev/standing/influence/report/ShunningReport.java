package dev.standing.influence.report;

/** For each member the most that dropping one friend gains them: max over ties of (score without it - score)+, in points. */
public final class ShunningReport {
    private final double[] gains;
    private final int[] friends;
    private final double epsPoints;
    private final long rowsEvaluated;

    public ShunningReport(double[] gains, int[] friends, double epsPoints, long rowsEvaluated) {
        this.gains = gains;
        this.friends = friends;
        this.epsPoints = epsPoints;
        this.rowsEvaluated = rowsEvaluated;
    }

    /** Within eps of the exact gain; never negative. */
    public double gainPoints(int member) {
        return gains[member];
    }

    /** The friend whose loss gains most, or -1 where no loss gains anything. */
    public int friend(int member) {
        return friends[member];
    }

    public double largestGainPoints() {
        double largest = 0;
        for (double gain : gains) {
            largest = Math.max(largest, gain);
        }
        return largest;
    }

    /** How many members gain more than this. */
    public int membersGaining(double moreThanPoints) {
        int count = 0;
        for (double gain : gains) {
            if (gain > moreThanPoints) {
                count++;
            }
        }
        return count;
    }

    public double epsPoints() {
        return epsPoints;
    }

    public long rowsEvaluated() {
        return rowsEvaluated;
    }
}
