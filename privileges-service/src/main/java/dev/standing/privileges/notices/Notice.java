package dev.standing.privileges.notices;

import dev.standing.contracts.score.Scale;
import dev.standing.contracts.score.ScoreReason;
import dev.standing.privileges.checks.Basis;
import dev.standing.privileges.checks.CheckAnswer;
import dev.standing.privileges.checks.CheckAnswer.Limit;
import dev.standing.privileges.checks.CheckAnswer.PrincipalReason;
import dev.standing.privileges.decisions.Decision;
import dev.standing.privileges.notices.PartiesDocument.Creditor;
import dev.standing.privileges.notices.PartiesDocument.Party;
import dev.standing.privileges.policy.Limits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says (12 CFR 1002.9(b); section 615(a) of the Fair Credit Reporting Act), by the names that the templates have for it.
 * Of the score it says the base alone: what friends add is no part of it, for it is no part of the decision.
 */
final class Notice {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

    private Notice() {}

    /**
     * The words.
     *
     * @param answer that denied credit
     * @param known what of the member decided; null where nothing was known
     */
    static Map<String, @Nullable Object> words(
            Decision decision, CheckAnswer answer, Basis.@Nullable Known known, Creditor creditor, Party bureau) {
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("id", decision.id().toString());
        words.put("member", decision.member());
        words.put("day", day(decision.at()));
        words.put("creditor", party(creditor.is()));
        words.put("agency", party(creditor.agency()));
        words.put("bureau", party(bureau));
        words.put("asked", asked(decision, answer.limit()));
        words.put("offer", offer(answer.limit()));
        words.put(
                "reasons",
                Objects.requireNonNullElse(answer.principalReasons(), List.<PrincipalReason>of()).stream()
                        .map(PrincipalReason::text)
                        .toList());
        words.put("score", known == null ? null : score(known));
        return words;
    }

    private static Map<String, @Nullable Object> party(Party party) {
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("name", party.name());
        words.put("address", party.address());
        words.put("phone", party.phone());
        words.put("web", party.web());
        return words;
    }

    private static Map<String, @Nullable Object> score(Basis.Known known) {
        List<ScoreReason> factors = known.source().reasons();
        return Map.of(
                "points",
                known.facts().base(),
                "least",
                Scale.LEAST,
                "greatest",
                Scale.GREATEST,
                "day",
                day(known.source().asOf()),
                "scorecard",
                known.source().scorecard(),
                "factors",
                factors == null
                        ? List.of()
                        : factors.stream().map(ScoreReason::text).toList());
    }

    private static String asked(Decision decision, @Nullable Limit limit) {
        Long amountMinor = decision.amountMinor();
        return amountMinor == null || limit == null
                ? "credit (" + decision.perk() + ")"
                : "a loan of " + Limits.shown(amountMinor, limit.currency()) + " over " + decision.termMonths()
                        + " months";
    }

    private static @Nullable String offer(@Nullable Limit limit) {
        return limit == null || limit.maxAmountMinor() == 0
                ? null
                : "up to " + Limits.shown(limit.maxAmountMinor(), limit.currency()) + " over " + limit.termMonths()
                        + " months";
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }
}
