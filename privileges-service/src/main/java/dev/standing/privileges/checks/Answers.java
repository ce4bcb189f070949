package dev.standing.privileges.checks;

import dev.standing.privileges.checks.Basis.Known;
import dev.standing.privileges.checks.CheckAnswer.Distance;
import dev.standing.privileges.checks.CheckAnswer.Limit;
import dev.standing.privileges.checks.CheckAnswer.PrincipalReason;
import dev.standing.privileges.checks.CheckAnswer.Reason;
import dev.standing.privileges.policy.Limits;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.Progress;
import dev.standing.privileges.policy.Shortfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question from what is known. Pure: the same question and basis give the same answer. A member who does not show their standing to the partner, and one who does not exist,
 * are answered alike, with the baseline: a check tells nobody who is a member. So is everybody where it is not known lately what
 * members allow.
 */
public final class Answers {
    private static final int NONE = -1;

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

    public Answers(PerkPolicy policy) {
        this.policy = policy;
    }

    /**
     * The answer.
     *
     * @param id of the check that it is the answer of; null where it is kept nowhere
     */
    public CheckAnswer answer(Question question, Basis basis, @Nullable UUID id) {
        Known known = basis.known();
        return switch (basis.sight()) {
            case UNHEARD -> nothingKnown(question, NOT_HEARD, id);
            case NOT_SHARED -> nothingKnown(question, NOT_SHARED, id);
            case NO_SCORE -> nothingKnown(question, NO_SCORE, id);
            case KNOWN -> answer(question, Objects.requireNonNull(known), id);
        };
    }

    private static CheckAnswer nothingKnown(Question question, Reason why, @Nullable UUID id) {
        boolean allowed = isAllowed(question, Perk.BASELINE);
        Limit limit = limit(question, Perk.BASELINE);
        return new CheckAnswer(
                id,
                allowed,
                question.perk().tier(Perk.BASELINE).name(),
                null,
                ranked(allowed, question, limit, List.of(why)),
                question.perk().credit() && !allowed
                        ? List.of(new PrincipalReason(why.code(), why.text(), null))
                        : null,
                null,
                limit);
    }

    private CheckAnswer answer(Question question, Known known, @Nullable UUID id) {
        Perk perk = question.perk();
        boolean allowed = isAllowed(question, known.tier());
        Limit limit = limit(question, known.tier());
        int wanted = allowed ? NONE : tierThatAllows(question, known.tier());
        Progress progress = wanted == NONE
                ? Progress.next(policy, perk, known.tier(), known.until() != null, known.facts())
                : Progress.to(policy, perk, wanted, known.facts());
        return new CheckAnswer(
                id,
                allowed,
                perk.tier(known.tier()).name(),
                known.until(),
                ranked(allowed, question, limit, reasons(perk, known, progress)),
                perk.credit() && !allowed ? principal(question, known, wanted == NONE ? null : progress) : null,
                distance(progress),
                limit);
    }

    private static List<Reason> reasons(Perk perk, Known known, @Nullable Progress progress) {
        List<Reason> reasons = new ArrayList<>();
        if (known.until() != null) {
            reasons.add(new Reason(
                    "grace-period",
                    "The tier's conditions are no longer met; its end is announced for " + known.until()));
        } else if (known.tier() > Perk.BASELINE) {
            reasons.add(
                    new Reason("tier-held", "Tier " + perk.tier(known.tier()).name() + " is held"));
        }
        if (progress != null) {
            addShortfalls(perk, progress, reasons);
        }
        return reasons;
    }

    private static List<PrincipalReason> principal(Question question, Known known, @Nullable Progress lacking) {
        return lacking != null
                ? PrincipalReasons.of(lacking, known.source().reasons())
                : List.of(PrincipalReasons.beyondAll(question));
    }

    private static @Nullable Limit limit(Question question, int tier) {
        Limits limits = question.perk().limits();
        return limits == null
                ? null
                : new Limit(
                        question.perk().tier(tier).maxAmountMinor(question.termMonths()),
                        limits.currency(),
                        question.termMonths());
    }

    private static boolean isAllowed(Question question, int tier) {
        boolean tierReached = question.wantedTier() < 0 || tier >= question.wantedTier();
        if (question.perk().limits() != null) {
            return tierReached
                    && question.amountMinor() <= question.perk().tier(tier).maxAmountMinor(question.termMonths());
        }
        return question.wantedTier() < 0 ? tier > Perk.BASELINE : tierReached;
    }

    private static int tierThatAllows(Question question, int held) {
        for (int tier = held + 1; tier <= question.perk().topTier(); tier++) {
            if (isAllowed(question, tier)) {
                return tier;
            }
        }
        return NONE;
    }

    /** What decided comes first. */
    private static List<Reason> ranked(
            boolean allowed, Question question, @Nullable Limit limit, List<Reason> reasons) {
        if (allowed || limit == null) {
            return reasons;
        }
        List<Reason> ranked = new ArrayList<>(reasons.size() + 1);
        ranked.add(beyond(question, limit));
        ranked.addAll(reasons);
        return ranked;
    }

    private static Reason beyond(Question question, Limit limit) {
        return limit.maxAmountMinor() == 0
                ? new Reason(
                        "term-not-offered", "Nothing is lent over " + question.termMonths() + " months in this tier")
                : new Reason(
                        "amount-above-limit",
                        "At most " + limit.maxAmountMinor() + " minor units of " + limit.currency() + " over "
                                + question.termMonths() + " months");
    }

    /** That a score is below a threshold is no reason that a lender may give: of credit it is told as a distance alone. */
    private static void addShortfalls(Perk perk, Progress progress, List<Reason> reasons) {
        List<Shortfall> needs = progress.needs();
        if (needs == null) {
            reasons.add(UNTOLD);
            return;
        }
        if (!perk.credit()) {
            for (Shortfall need : needs) {
                reasons.add(new Reason("below-threshold", need.text()));
            }
        }
    }

    private static @Nullable Distance distance(@Nullable Progress progress) {
        List<Shortfall> needs = progress == null ? null : progress.needs();
        return progress == null || needs == null
                ? null
                : new Distance(progress.tier().name(), needs);
    }
}
