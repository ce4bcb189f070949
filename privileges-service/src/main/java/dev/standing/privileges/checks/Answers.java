package dev.standing.privileges.checks;

import dev.standing.privileges.checks.CheckAnswer.Distance;
import dev.standing.privileges.checks.CheckAnswer.Limit;
import dev.standing.privileges.checks.CheckAnswer.Reason;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.grants.Privilege;
import dev.standing.privileges.grants.Privilege.Ending;
import dev.standing.privileges.policy.Limits;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.Progress;
import dev.standing.privileges.policy.Shortfall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question from memory. A member who does not show their standing to the partner, and one who does not exist,
 * are answered alike, with the baseline: a check tells nobody who is a member. So is everybody where it is not known lately what
 * members allow.
 */
final class Answers {
    private static final Reason NOT_SHARED =
            new Reason("not-shared", "No member of this name shows you their standing; everybody has the baseline");
    private static final Reason NOT_HEARD = new Reason(
            "consents-not-heard",
            "What members allow cannot be told now; until it is heard again everybody has the baseline");
    private static final Reason NO_SCORE =
            new Reason("no-score-yet", "The member has no score yet; everybody has the baseline");
    private static final Reason UNTOLD = new Reason(
            "condition-not-met", "The next tier's condition is not met, and is not one that a distance can be told of");

    private final PerkPolicy policy;

    Answers(PerkPolicy policy) {
        this.policy = policy;
    }

    /** While it is not known what members allow. */
    CheckAnswer unheard(Question question) {
        return answer(question, Perk.BASELINE, null, List.of(NOT_HEARD), null);
    }

    CheckAnswer answer(Question question, @Nullable Member member, String partner, Instant now) {
        Perk perk = question.perk();
        if (member == null || !member.showsTo(partner)) {
            return answer(question, Perk.BASELINE, null, List.of(NOT_SHARED), null);
        }
        Facts facts = Judge.facts(member, now);
        if (facts == null || member.privileges().isEmpty()) {
            return answer(question, Perk.BASELINE, null, List.of(NO_SCORE), null);
        }
        Privilege held = member.privileges().get(perk.index());
        List<Reason> reasons = new ArrayList<>();
        if (held instanceof Ending ending) {
            reasons.add(new Reason(
                    "grace-period", "The tier's conditions are no longer met; kept until " + ending.until()));
        } else if (held.tier() > Perk.BASELINE) {
            reasons.add(new Reason("tier-held", "Tier " + perk.tier(held.tier()).name() + " is held"));
        }
        Progress progress = progress(question, held, facts);
        if (progress != null) {
            addShortfalls(progress, reasons);
        }
        return answer(
                question,
                held.tier(),
                held instanceof Ending ending ? ending.until() : null,
                reasons,
                distance(progress));
    }

    private CheckAnswer answer(
            Question question, int tier, @Nullable Instant until, List<Reason> reasons, @Nullable Distance distance) {
        Perk perk = question.perk();
        Limits limits = perk.limits();
        Limit limit = limits == null
                ? null
                : new Limit(
                        perk.tier(tier).maxAmountMinor(question.termMonths()),
                        limits.currency(),
                        question.termMonths());
        boolean allowed = isAllowed(question, tier);
        return new CheckAnswer(
                allowed, perk.tier(tier).name(), until, ranked(allowed, limit, reasons), distance, limit);
    }

    private static boolean isAllowed(Question question, int tier) {
        boolean tierReached = question.wantedTier() < 0 || tier >= question.wantedTier();
        if (question.perk().limits() != null) {
            return tierReached
                    && question.amountMinor() <= question.perk().tier(tier).maxAmountMinor(question.termMonths());
        }
        return question.wantedTier() < 0 ? tier > Perk.BASELINE : tierReached;
    }

    /** What decided comes first. */
    private static List<Reason> ranked(boolean allowed, @Nullable Limit limit, List<Reason> reasons) {
        if (allowed || limit == null) {
            return reasons;
        }
        List<Reason> ranked = new ArrayList<>(reasons.size() + 1);
        ranked.add(
                limit.maxAmountMinor() == 0
                        ? new Reason(
                                "term-not-offered",
                                "Nothing is lent over " + limit.termMonths() + " months in this tier")
                        : new Reason(
                                "amount-above-limit",
                                "At most " + limit.maxAmountMinor() + " minor units of " + limit.currency() + " over "
                                        + limit.termMonths() + " months"));
        ranked.addAll(reasons);
        return ranked;
    }

    private @Nullable Progress progress(Question question, Privilege held, Facts facts) {
        Perk perk = question.perk();
        boolean ending = held instanceof Ending;
        if (!isAllowed(question, held.tier())) {
            for (int tier = held.tier() + 1; tier <= perk.topTier(); tier++) {
                if (isAllowed(question, tier)) {
                    return Progress.to(policy, perk, tier, facts);
                }
            }
        }
        return Progress.next(policy, perk, held.tier(), ending, facts);
    }

    private static void addShortfalls(Progress progress, List<Reason> reasons) {
        List<Shortfall> needs = progress.needs();
        if (needs == null) {
            reasons.add(UNTOLD);
            return;
        }
        for (Shortfall need : needs) {
            reasons.add(new Reason("below-threshold", need.text()));
        }
    }

    private static @Nullable Distance distance(@Nullable Progress progress) {
        List<Shortfall> needs = progress == null ? null : progress.needs();
        return progress == null || needs == null
                ? null
                : new Distance(progress.tier().name(), needs);
    }
}
