package dev.standing.influence.report;

/** Hears how far a full settle has come, in the thread that asked for it. */
public interface SettleProgress {
    SettleProgress SILENT = new SettleProgress() {};

    /** Everybody told their base, sweeps begin. */
    default void prepared() {}

    /** A sweep over all rows is done. */
    default void swept(int sweeps, double residualPoints) {}
}
