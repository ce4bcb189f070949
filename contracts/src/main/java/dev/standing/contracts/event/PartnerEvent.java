package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.standing.contracts.identity.PartnerId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * How many of a partner's records are wrong, at least. The highest {@code figureVersion} of a partner holds, whatever the order of
 * arrival; of a partner of whom nothing was ever said it is none.
 *
 * @param upheldBasisPoints the least share of records that were contested and found wrong among those that were not taken back by the
 *     partner's own choice: the lower end of Wilson's interval of 95 % confidence, in whole basis points, rounded down
 * @param figureVersion 1 for the first, one more for each change
 */
@JsonPropertyOrder({"version"})
@RegisterForReflection
public record PartnerEvent(int version, PartnerId partner, int upheldBasisPoints, long figureVersion, Instant at)
        implements Event {
    /** Basis points in a whole. */
    public static final int WHOLE = 10_000;

    public PartnerEvent {
        Bounds.require(
                upheldBasisPoints >= 0 && upheldBasisPoints <= WHOLE, "upheldBasisPoints", "must be 0 to " + WHOLE);
        Bounds.atLeast(1, "figureVersion", figureVersion);
        Bounds.instant("at", at);
    }
}
