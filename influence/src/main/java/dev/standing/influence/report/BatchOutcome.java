package dev.standing.influence.report;

/** What a batch of changes did: the error rule holds again, and these members' rounded scores are not what they were. */
public final class BatchOutcome {
    private final int[] changed;
    private final long rowsEvaluated;
    private final double residualPoints;
    private final double provenErrorPoints;

    public BatchOutcome(int[] changed, long rowsEvaluated, double residualPoints, double provenErrorPoints) {
        this.changed = changed;
        this.rowsEvaluated = rowsEvaluated;
        this.residualPoints = residualPoints;
        this.provenErrorPoints = provenErrorPoints;
    }

    /** Members, each once, whose score rounded to whole points changed, newcomers included, leavers not. */
    public int[] changedMembers() {
        return changed.clone();
    }

    public int changedCount() {
        return changed.length;
    }

    public int changedMember(int index) {
        return changed[index];
    }

    /** How many rows of ties were read in full. */
    public long rowsEvaluated() {
        return rowsEvaluated;
    }

    /** No member's score is further than this from what friends were last told it is. */
    public double residualPoints() {
        return residualPoints;
    }

    /** No score is further than this from the exact fixed point. */
    public double provenErrorPoints() {
        return provenErrorPoints;
    }
}
