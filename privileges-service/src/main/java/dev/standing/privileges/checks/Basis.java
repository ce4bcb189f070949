package dev.standing.privileges.checks;

import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.grants.Source;
import dev.standing.privileges.policy.Perk;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All of a member that a check is answered by: the same question, policy and basis give the same answer, to the byte. It is kept with
 * the decision as JSON, so its form may only be added to.
 *
 * @param known where the partner sees the member's standing, and there is one
 */
@RegisterForReflection
public record Basis(Sight sight, @Nullable Known known) {
    /** While it is not known what members allow. */
    static final Basis UNHEARD = new Basis(Sight.UNHEARD, null);

    private static final Basis NOT_SHARED = new Basis(Sight.NOT_SHARED, null);
    private static final Basis NO_SCORE = new Basis(Sight.NO_SCORE, null);

    /** What the partner sees of the member. */
    @RegisterForReflection
    public enum Sight {
        UNHEARD,
        NOT_SHARED,
        NO_SCORE,
        KNOWN
    }

    /**
     * What is known.
     *
     * @param facts as of the day of the check
     * @param tier of the perk, as its place in the policy
     * @param until when the tier ends, where an end is announced
     * @param sequence of the score
     */
    @RegisterForReflection
    public record Known(Facts facts, int tier, @Nullable Instant until, long sequence, Source source) {}

    static Basis of(@Nullable Member member, String partner, Perk perk, Instant now) {
        if (member == null || !member.showsTo(partner)) {
            return NOT_SHARED;
        }
        Facts facts = Judge.facts(member, now);
        Source source = member.source();
        if (facts == null || source == null || member.privileges().isEmpty()) {
            return NO_SCORE;
        }
        Privilege held = member.privileges().get(perk.index());
        Instant until = held instanceof Privilege.Ending ending ? ending.until() : null;
        return new Basis(Sight.KNOWN, new Known(facts, held.tier(), until, member.sequence(), source));
    }
}
