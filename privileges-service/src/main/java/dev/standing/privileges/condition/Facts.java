package dev.standing.privileges.condition;

import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is known of a member when conditions are judged.
 *
 * @param score base + influence, 350 to 950
 * @param base what the member's own records earn, 350 to 950
 * @param baseBand the band of the base alone, for perks that may not see influence
 * @param tenureDays days since the member's first record; 0 on its day, and without records
 * @param dimensions points by dimension of the base
 */
@RegisterForReflection
public record Facts(int score, int base, Band band, Band baseBand, int tenureDays, DimensionPoints dimensions) {
    public Facts withTenureDays(int days) {
        return days == tenureDays ? this : new Facts(score, base, band, baseBand, days, dimensions);
    }
}
