package dev.standing.influence.report;

/**
 * What a full settle came to; it ends only when the error rule holds.
 *
 * @param sweeps how often every row was evaluated
 * @param residualPoints |x - F(x)|: no score is further than this from what friends were told
 * @param provenErrorPoints no score is further than this from the exact fixed point
 * @param arcs arcs that a sweep settles, whether or not it has to read them; two for each tie whose ends both consent
 * @param arcsRead arcs that all sweeps together read
 */
public record SettleOutcome(int sweeps, double residualPoints, double provenErrorPoints, long arcs, long arcsRead) {

    /** Arcs settled per second over all sweeps, for a caller who took the time; the kernel has no clock. */
    public double arcsPerSecond(long nanoseconds) {
        return (double) arcs * sweeps * 1e9 / nanoseconds;
    }
}
