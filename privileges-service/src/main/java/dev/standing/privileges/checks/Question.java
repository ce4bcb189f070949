package dev.standing.privileges.checks;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.identity.MemberId;
import dev.standing.privileges.policy.Limits;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check that makes sense.
 *
 * @param wantedTier the tier asked for, or -1
 * @param amountMinor of a perk with limits; 0 of another
 * @param termMonths of a perk with limits; 0 of another
 */
public record Question(MemberId member, Perk perk, int wantedTier, long amountMinor, int termMonths) {
    private static final long MAX_AMOUNT_MINOR = 1_000_000_000_000L;

    /** The question, or all that is wrong with it. */
    static Question of(@Nullable CheckRequest said, PerkPolicy policy) {
        List<Violation> violations = new ArrayList<>(0);
        CheckRequest request = said == null ? CheckRequest.EMPTY : said;
        if (!Ids.isId(request.member())) {
            violations.add(new Violation("member", request.member(), Ids.ALLOWED));
        }
        Perk perk = request.perk() == null ? null : policy.perk(request.perk());
        CheckRequest.Context context = request.context() == null ? CheckRequest.Context.EMPTY : request.context();
        if (perk == null) {
            violations.add(new Violation(
                    "perk",
                    request.perk(),
                    "one of " + policy.perks().stream().map(Perk::name).toList()));
            throw ProblemException.invalid(violations);
        }
        int wantedTier = wantedTier(perk, context.tier(), violations);
        Limits limits = perk.limits();
        if (limits == null) {
            refuseLimits(context, violations);
        } else {
            requireLimits(context, limits, violations);
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return new Question(
                new MemberId(Ids.require(request.member())),
                perk,
                wantedTier,
                context.amountMinor() == null ? 0 : context.amountMinor(),
                context.termMonths() == null ? 0 : context.termMonths());
    }

    private static int wantedTier(Perk perk, @Nullable String tier, List<Violation> violations) {
        int wanted = tier == null ? -1 : perk.tierIndex(tier);
        if (tier != null && wanted < 0) {
            violations.add(new Violation(
                    "context.tier",
                    tier,
                    "one of "
                            + perk.tiers().stream()
                                    .map(dev.standing.privileges.policy.Tier::name)
                                    .toList()));
        }
        return wanted;
    }

    private static void refuseLimits(CheckRequest.Context context, List<Violation> violations) {
        refuse("context.amountMinor", context.amountMinor(), violations);
        refuse("context.currency", context.currency(), violations);
        refuse("context.termMonths", context.termMonths(), violations);
    }

    private static void refuse(String field, @Nullable Object value, List<Violation> violations) {
        if (value != null) {
            violations.add(new Violation(field, value.toString(), "absent, for this perk has no limits"));
        }
    }

    private static void requireLimits(CheckRequest.Context context, Limits limits, List<Violation> violations) {
        Long amount = context.amountMinor();
        if (amount == null || amount < 1 || amount > MAX_AMOUNT_MINOR) {
            violations.add(new Violation(
                    "context.amountMinor", amount == null ? null : amount.toString(), "1 to " + MAX_AMOUNT_MINOR));
        }
        if (!limits.currency().equals(context.currency())) {
            violations.add(new Violation("context.currency", context.currency(), limits.currency()));
        }
        Integer term = context.termMonths();
        if (term == null || !limits.covers(term)) {
            violations.add(new Violation(
                    "context.termMonths",
                    term == null ? null : term.toString(),
                    limits.fromMonths() + " to " + limits.throughMonths()));
        }
    }

    /** What it was asked in, as it was said. */
    public CheckRequest.Context context() {
        Limits limits = perk.limits();
        return new CheckRequest.Context(
                wantedTier < 0 ? null : perk.tier(wantedTier).name(),
                limits == null ? null : (Long) amountMinor,
                limits == null ? null : limits.currency(),
                limits == null ? null : (Integer) termMonths);
    }
}
