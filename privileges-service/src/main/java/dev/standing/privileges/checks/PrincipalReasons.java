package dev.standing.privileges.checks;

import dev.standing.contracts.score.ScoreReason;
import dev.standing.privileges.checks.CheckAnswer.PrincipalReason;
import dev.standing.privileges.condition.Variable;
import dev.standing.privileges.policy.Limits;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.Progress;
import dev.standing.privileges.policy.Shortfall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is not lent to, as a lender has to say it: specific, and what really decided (12 CFR 1002.9(b)(2)). That a score was
 * below a threshold is no such reason; what cost the score its points is.
 */
final class PrincipalReasons {
    private PrincipalReasons() {}

    /**
     * Of what was lacking for the tier that would have allowed it, the greatest lack first.
     *
     * @param ofScore what cost the base most; null where scoring did not say it
     * @return {@value ScoreReason#MOST} at most; none where the score decided and its reasons are not known
     */
    static List<PrincipalReason> of(Progress lacking, @Nullable List<ScoreReason> ofScore) {
        List<PrincipalReason> reasons = new ArrayList<>(ScoreReason.MOST);
        List<Shortfall> needs = lacking.needs();
        boolean scoreSaid = false;
        for (Shortfall need : needs == null ? List.<Shortfall>of() : needs) {
            if (need.input().equals(Variable.TenureDays.NAME)) {
                reasons.add(new PrincipalReason(
                        "tenure-too-short", "The oldest record is less than " + need.needs() + " days old", null));
            } else if (!scoreSaid) {
                addAll(ofScore, reasons);
                scoreSaid = true;
            }
        }
        if (needs == null) {
            addAll(ofScore, reasons);
        }
        return reasons.size() > ScoreReason.MOST ? reasons.subList(0, ScoreReason.MOST) : reasons;
    }

    /** No tier would have allowed it: nobody is lent as much, or over that term. */
    static PrincipalReason beyondAll(Question question) {
        Perk perk = question.perk();
        Limits limits = perk.limits();
        if (limits == null) {
            return new PrincipalReason("not-offered", "No tier has it", null);
        }
        long most = perk.tier(perk.topTier()).maxAmountMinor(question.termMonths());
        String over = " over " + question.termMonths() + " months";
        return most == 0
                ? new PrincipalReason("term-not-offered", "Nobody is lent anything" + over, null)
                : new PrincipalReason(
                        "amount-above-limit",
                        "Nobody is lent more than " + Limits.shown(most, limits.currency()) + over,
                        null);
    }

    private static void addAll(@Nullable List<ScoreReason> ofScore, List<PrincipalReason> reasons) {
        if (ofScore != null) {
            ofScore.forEach(
                    reason -> reasons.add(new PrincipalReason(reason.code(), reason.text(), reason.pointsLost())));
        }
    }
}
