package dev.standing.privileges.decisions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.policy.Fingerprint;
import dev.standing.privileges.checks.Answers;
import dev.standing.privileges.checks.Basis;
import dev.standing.privileges.checks.CheckAnswer;
import dev.standing.privileges.checks.Question;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.PerkPolicyReader;
import dev.standing.web.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Decides anew by the policy and the basis that are kept. Policies are compiled once; there are few. */
@Singleton
class Replay {
    private final ObjectMapper json;
    private final Map<String, PerkPolicy> policies = new ConcurrentHashMap<>();

    Replay(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answer of then.
     *
     * @param document the policy of then
     * @throws ProblemException 409 where it would be another than what was answered
     */
    String of(Decision decision, String document) {
        PerkPolicy policy = policies.computeIfAbsent(decision.policy().fingerprint(), of -> read(decision, document));
        String again = text(new Answers(policy).answer(question(decision, policy), basis(decision), decision.id()));
        if (!again.equals(decision.answer())) {
            throw ProblemException.conflict(
                    "replay-differs",
                    "Recomputed, the answer is another than the one that was given: it was changed, or this release decides otherwise");
        }
        return again;
    }

    DecisionView view(Decision decision) {
        return DecisionView.of(decision, basis(decision).known());
    }

    private static PerkPolicy read(Decision decision, String document) {
        PerkPolicy policy = PerkPolicyReader.read(
                "perk policy " + decision.policy().name() + "/"
                        + decision.policy().version(),
                document);
        if (!Fingerprint.of(policy.document()).equals(decision.policy().fingerprint())) {
            throw ProblemException.conflict("replay-differs", "The policy that is kept is not the one of then");
        }
        return policy;
    }

    private static Question question(Decision decision, PerkPolicy policy) {
        Perk perk = Objects.requireNonNull(policy.perk(decision.perk()), decision.perk());
        String tier = decision.wantedTier();
        return new Question(
                new MemberId(decision.member()),
                perk,
                tier == null ? -1 : perk.tierIndex(tier),
                Objects.requireNonNullElse(decision.amountMinor(), 0L),
                Objects.requireNonNullElse(decision.termMonths(), 0));
    }

    private Basis basis(Decision decision) {
        try {
            return json.readValue(decision.basis(), Basis.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored basis cannot be read", e);
        }
    }

    private String text(CheckAnswer answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
