package dev.standing.scoring.scorecard;

import java.util.List;

/**
 * How a member reads without the evidence of partners that is discounted.
 *
 * @param rule what becomes of it
 * @param without one for each attribute, in the order of the scorecard
 */
public record Discount(PartnerReliability rule, List<Outcome> without) {
    public Discount {
        without = List.copyOf(without);
    }
}
