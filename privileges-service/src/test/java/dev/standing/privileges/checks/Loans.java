package dev.standing.privileges.checks;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.score.ScoreReason;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Source;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks for tests: of loans, and of what is no credit. */
public final class Loans {
    public static final Instant NOW = Instant.parse("2026-11-01T10:00:00.123Z");
    public static final List<ScoreReason> REASONS = List.of(
            new ScoreReason("PAID-LATE", "A part of the payments due came late.", 30),
            new ScoreReason("FEW-BILLS", "Few household bills are on record.", 12));

    private static final PerkPolicy POLICY = Policies.community();

    private Loans() {}

    /** A check of this many minor units over twelve months, of a member of that standing who holds the tier that it earns. */
    public static Check loan(Facts facts, long amountMinor) {
        return check(question("personal-loan", amountMinor, 12), facts, REASONS);
    }

    public static Check bike(Facts facts) {
        return check(question("bike-hire", 0, 0), facts, REASONS);
    }

    public static Question question(String perk, long amountMinor, int termMonths) {
        return new Question(new MemberId("m-1"), perk(perk), -1, amountMinor, termMonths);
    }

    public static Check check(Question question, Facts facts, @Nullable List<ScoreReason> reasons) {
        Basis basis = new Basis(
                Basis.Sight.KNOWN,
                new Basis.Known(
                        facts,
                        POLICY.earned(facts)[question.perk().index()],
                        null,
                        3,
                        new Source("community/1", NOW, reasons)));
        return check(question, basis);
    }

    public static Check check(Question question, Basis basis) {
        UUID id = Check.idAt(NOW);
        return new Check(id, NOW, "acme", question, basis, new Answers(POLICY).answer(question, basis, id));
    }

    private static Perk perk(String name) {
        return Objects.requireNonNull(POLICY.perk(name));
    }
}
