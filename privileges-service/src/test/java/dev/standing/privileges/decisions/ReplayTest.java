package dev.standing.privileges.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.standing.contracts.policy.Fingerprint;
import dev.standing.privileges.checks.Basis;
import dev.standing.privileges.checks.Check;
import dev.standing.privileges.checks.Loans;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.Policies;
import dev.standing.web.problem.ProblemException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final PerkPolicy policy = Policies.community();
    private final Replay replay = new Replay(JSON);

    @Test
    void whateverWasAnsweredIsAnsweredAgainToTheByte() throws JsonProcessingException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Check check = random.nextBoolean()
                    ? Loans.loan(Policies.random(random), random.nextLong(1, 4_000_000))
                    : Loans.bike(Policies.random(random));
            Decision kept = kept(check);

            assertThat(replay.of(kept, policy.document().toString()))
                    .isEqualTo(JSON.writeValueAsString(check.answer()));
        }
    }

    @Test
    void anAnswerOrAPolicyThatWasChangedIsFound() throws JsonProcessingException {
        Decision kept = kept(Loans.loan(Policies.facts(540, 400), 50_000));

        assertThatThrownBy(() -> replay.of(answered(kept, kept.answer().replace("false", "true")), document()))
                .isInstanceOf(ProblemException.class)
                .extracting(e -> ((ProblemException) e).problem().type())
                .isEqualTo("urn:standing:problem:replay-differs");
        assertThatThrownBy(() -> new Replay(JSON).of(kept, document().replace("20000", "60000")))
                .isInstanceOf(ProblemException.class);
        assertThat(replay.of(kept, document())).isEqualTo(kept.answer());
    }

    /** Kept for years: what was written so must be read so. */
    @Test
    void theFormOfABasisStays() throws JsonProcessingException {
        String written =
                "{\"sight\":\"KNOWN\",\"known\":{\"facts\":{\"score\":547,\"base\":540,\"band\":\"poor\",\"baseBand\":\"poor\",\"tenureDays\":400,"
                        + "\"dimensions\":{\"history\":135}},\"tier\":0,\"until\":null,\"sequence\":3,\"source\":{\"scorecard\":\"community/1\","
                        + "\"asOf\":\"2026-11-01T10:00:00.123Z\",\"reasons\":[{\"code\":\"PAID-LATE\",\"text\":\"A part of the payments due came late.\","
                        + "\"pointsLost\":30},{\"code\":\"FEW-BILLS\",\"text\":\"Few household bills are on record.\",\"pointsLost\":12}]}}}";

        Basis basis = Loans.loan(Policies.facts(547, 540, 400), 50_000).basis();

        assertThat(JSON.writeValueAsString(basis)).isEqualTo(written);
        assertThat(JSON.readValue(written, Basis.class)).isEqualTo(basis);
    }

    private String document() {
        return policy.document().toString();
    }

    private Decision kept(Check check) throws JsonProcessingException {
        var context = check.question().context();
        return new Decision(
                check.id(),
                check.at(),
                check.partner(),
                check.question().member().value(),
                check.question().perk().name(),
                context.tier(),
                context.amountMinor(),
                context.currency(),
                context.termMonths(),
                check.answer().allowed(),
                JSON.writeValueAsString(check.answer()),
                new Decision.Policy(policy.name(), policy.version(), Fingerprint.of(policy.document())),
                JSON.writeValueAsString(check.basis()));
    }

    private static Decision answered(Decision kept, String answer) {
        return new Decision(
                kept.id(),
                kept.at(),
                kept.partner(),
                kept.member(),
                kept.perk(),
                kept.wantedTier(),
                kept.amountMinor(),
                kept.currency(),
                kept.termMonths(),
                kept.allowed(),
                answer,
                kept.policy(),
                kept.basis());
    }
}
