package dev.standing.privileges.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.identity.MemberId;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Judge;
import dev.standing.privileges.grants.Member;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.Policies;
import dev.standing.privileges.policy.Shortfall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final PerkPolicy policy = Policies.community();
    private final Judge judge = new Judge(policy);
    private final Answers answers = new Answers(policy);

    @Test
    void raisingTheScoreByTheDistanceIsAnsweredWithTheTier() {
        long seed = 31;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            int points = random.nextInt(350, 700);
            CheckAnswer answer = check(member(Policies.facts(points, 400)), "car-hire", "no-deposit");
            CheckAnswer.Distance distance = answer.distance();
            if (distance == null) {
                assertThat(answer.allowed()).isTrue();
                continue;
            }
            Shortfall need = distance.needs().getFirst();
            assertThat(answer.allowed()).isFalse();
            assertThat(check(member(Policies.facts(points + (int) need.missing(), 400)), "car-hire", "no-deposit")
                            .allowed())
                    .isTrue();
            assertThat(check(member(Policies.facts(points + (int) need.missing() - 1, 400)), "car-hire", "no-deposit")
                            .allowed())
                    .isFalse();
        }
    }

    @Test
    void theTierAskedForIsTheOneTheDistanceIsTo() {
        CheckAnswer answer = check(member(Policies.facts(550, 400)), "bandwidth", "fastest");

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.distance())
                .isEqualTo(new CheckAnswer.Distance(
                        "fastest", List.of(new Shortfall("score", 550L, 700L, 150, "points"))));
    }

    @Test
    void atTheTopThereIsNoDistance() {
        CheckAnswer answer = check(member(Policies.facts(900, 400)), "bandwidth", null);

        assertThat(answer.tier()).isEqualTo("fastest");
        assertThat(answer.distance()).isNull();
        assertThat(answer.reasons()).extracting(CheckAnswer.Reason::code).containsExactly("tier-held");
    }

    @Test
    void duringGraceTheDistanceIsToKeepingTheTier() {
        Member member = judge.judge(
                        member(Policies.facts(660, 400)),
                        score(2, Policies.facts(630, 400)),
                        NOW.plus(Duration.ofDays(1)),
                        true)
                .member();

        CheckAnswer answer = check(member, "car-hire", null);

        assertThat(answer.allowed()).isTrue();
        assertThat(answer.until()).isEqualTo(NOW.plus(Duration.ofDays(15)));
        assertThat(answer.distance())
                .isEqualTo(new CheckAnswer.Distance(
                        "no-deposit", List.of(new Shortfall("score", 630L, 650L, 20, "points"))));
    }

    @Test
    void nobodyAndSomebodyUnsharedAreAnsweredAlike() {
        Question question = question("hotel", null);
        Member unshared = judge.judge(Member.UNKNOWN, score(1, Policies.facts(900, 400)), NOW, true)
                .member();

        assertThat(answers.answer(question, Basis.of(unshared, "acme", question.perk(), NOW), null))
                .isEqualTo(answers.answer(question, Basis.of(null, "acme", question.perk(), NOW), null));
    }

    private CheckAnswer check(Member member, String perk, @Nullable String tier) {
        Question question = question(perk, tier);
        return answers.answer(question, Basis.of(member, "acme", question.perk(), NOW), null);
    }

    private Question question(String perk, @Nullable String tier) {
        return Question.of(new CheckRequest("m-1", perk, new CheckRequest.Context(tier, null, null, null)), policy);
    }

    private Member member(Facts facts) {
        return judge.judge(Member.UNKNOWN.with("acme", new Consent(1, true)), score(1, facts), NOW, true)
                .member();
    }

    private static ScoreEvent score(long sequence, Facts facts) {
        return new ScoreEvent(
                1,
                new MemberId("m-1"),
                sequence,
                facts.score(),
                facts.band(),
                facts.base(),
                facts.baseBand(),
                facts.score() - facts.base(),
                facts.dimensions(),
                facts.tenureDays(),
                null,
                "community/1",
                null,
                "record",
                NOW,
                NOW);
    }
}
