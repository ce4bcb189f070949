package dev.standing.influence.analysis;

/** A model of scores in which each is a contracting function of the friends' scores. */
interface RowModel {
    /** q: how much of a difference survives one evaluation, 0 to below 1. */
    double contraction();

    /**
     * The member's score as the friends' values say, in points.
     *
     * @param without the tie between this friend and the member is left out; -1 for none
     */
    double evaluate(int member, double[] values, int without);

    /** What is published of the member where friends have these values, in points. */
    default double published(int member, double[] values, int without) {
        return evaluate(member, values, without);
    }
}
