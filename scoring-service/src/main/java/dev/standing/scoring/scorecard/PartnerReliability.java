package dev.standing.scoring.scorecard;

/**
 * What becomes of the evidence of partners many of whose records are wrong: of the points by which all of it together lifts a base, a part is
 * taken, and nothing where it lowers one. So no score is higher for it than by all evidence at its full weight; and no more is taken than it
 * gave, so that nobody has less than without it.
 *
 * @param figureFrom the least share of wrong records, in basis points, from which on a partner's evidence is discounted
 * @param discount the part that is taken, in basis points
 * @param reason why points were taken
 * @param rationale why it is fair to do so
 */
public record PartnerReliability(int figureFrom, int discount, Reason reason, String rationale) {
    /** What is taken where a base is so many points higher for that evidence, rounded down; nothing where it is not higher. */
    int pointsOf(int lift) {
        return lift <= 0 ? 0 : discount * lift / Measure.BASIS_POINTS;
    }
}
