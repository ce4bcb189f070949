package dev.standing.privileges.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.score.Band;
import dev.standing.privileges.condition.Facts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerkPolicyTest {
    private static final int ROUNDS = 20_000;

    private final PerkPolicy policy = Policies.community();

    @Test
    void thresholdsAreAsPublished() {
        assertThat(tier("bike-hire", Policies.facts(599, 0))).isEqualTo("baseline");
        assertThat(tier("bike-hire", Policies.facts(600, 0))).isEqualTo("no-deposit");
        assertThat(tier("hotel", Policies.facts(600, 0))).isEqualTo("no-deposit");
        assertThat(tier("car-hire", Policies.facts(649, 0))).isEqualTo("baseline");
        assertThat(tier("car-hire", Policies.facts(650, 0))).isEqualTo("no-deposit");
    }

    @Test
    void aRequiredTierMustBeEarnedToo() {
        assertThat(tier("fast-track", Policies.facts(649, 400))).isEqualTo("priority");
        assertThat(tier("fast-track", Policies.facts(650, 400))).isEqualTo("priority-desk");
    }

    @Test
    void friendsNeverMoveCredit() {
        List<Perk> credit = policy.perks().stream().filter(Perk::credit).toList();
        assertThat(credit).extracting(Perk::name).containsExactly("personal-loan");
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            Facts facts = Policies.random(random);
            Facts withoutFriends = new Facts(
                    facts.base(),
                    facts.base(),
                    facts.baseBand(),
                    facts.baseBand(),
                    facts.tenureDays(),
                    facts.dimensions());
            for (Perk perk : credit) {
                assertThat(tier(perk.name(), facts)).as("%s", facts).isEqualTo(tier(perk.name(), withoutFriends));
            }
        }
    }

    @Test
    void noFactsGiveLessThanTheBaseline() {
        long seed = 11;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Facts facts = Policies.random(random);
            int[] earned = policy.earned(facts);
            for (Perk perk : policy.perks()) {
                Tier tier = perk.tier(earned[perk.index()]);
                Tier baseline = perk.tier(Perk.BASELINE);
                for (int b = 0; b < perk.benefits().size(); b++) {
                    assertThat(perk.benefits().get(b).better().atLeastAsGood(tier.benefit(b), baseline.benefit(b)))
                            .as("%s %s", perk.name(), facts)
                            .isTrue();
                }
                int term = random.nextInt(0, 70);
                assertThat(tier.maxAmountMinor(term)).isGreaterThanOrEqualTo(baseline.maxAmountMinor(term));
            }
        }
    }

    @Test
    void raisingByTheDistanceEarnsTheTier() {
        long seed = 13;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Facts facts = Policies.random(random);
            int[] earned = policy.earned(facts);
            for (Perk perk : policy.perks()) {
                for (int tier = earned[perk.index()] + 1; tier <= perk.topTier(); tier++) {
                    List<Shortfall> distance = Objects.requireNonNull(policy.distance(perk, tier, facts));
                    assertThat(distance).isNotEmpty();
                    assertThat(policy.earned(raised(facts, distance, 0))[perk.index()])
                            .isGreaterThanOrEqualTo(tier);
                    assertThat(policy.earned(raised(facts, distance, 1))[perk.index()])
                            .isLessThan(tier);
                }
            }
        }
    }

    @Test
    void theDistanceRunsThroughWhatIsRequired() {
        Perk fastTrack = Objects.requireNonNull(policy.perk("fast-track"));

        assertThat(policy.distance(fastTrack, 2, Policies.facts(630, 170)))
                .containsExactly(
                        new Shortfall("tenureDays", 170L, 180L, 10, "days"),
                        new Shortfall("score", 630L, 650L, 20, "points"));
    }

    @Test
    void aConditionThatIsNoConjunctionHasNoDistance() {
        PerkPolicy either = PerkPolicyReader.read("either.yaml", """
                name: either
                version: 1
                perks:
                  - name: line
                    title: Line
                    credit: false
                    uses: [score, tenureDays]
                    benefits: {speed: {unit: Mbit/s, better: more}}
                    tiers:
                      - {name: baseline, benefits: {speed: 1}}
                      - {name: fast, when: score >= 600 || tenureDays >= 100, benefits: {speed: 2}}
                """);
        Perk line = either.perks().getFirst();

        assertThat(either.distance(line, 1, Policies.facts(500, 10))).isNull();
        assertThat(either.earned(Policies.facts(500, 100))).containsExactly(1);
        assertThat(either.earned(Policies.facts(600, 0))).containsExactly(1);
        assertThat(either.earned(Policies.facts(599, 99))).containsExactly(0);
    }

    private String tier(String perk, Facts facts) {
        Perk named = Objects.requireNonNull(policy.perk(perk));
        return named.tier(policy.earned(facts)[named.index()]).name();
    }

    /** The facts with each shortfall made up for, but for the last {@code less} of the first. */
    private static Facts raised(Facts facts, List<Shortfall> distance, int less) {
        Map<String, Long> by = new java.util.HashMap<>();
        distance.forEach(shortfall -> by.put(shortfall.input(), shortfall.missing()));
        by.merge(distance.getFirst().input(), (long) -less, Long::sum);
        return new Facts(
                facts.score() + by.getOrDefault("score", 0L).intValue(),
                facts.base() + by.getOrDefault("base", 0L).intValue(),
                facts.band(),
                raised(facts.baseBand(), by.getOrDefault("band", 0L).intValue()),
                facts.tenureDays() + by.getOrDefault("tenureDays", 0L).intValue(),
                facts.dimensions());
    }

    private static Band raised(Band band, int ranks) {
        Map<Band, Integer> rank = new EnumMap<>(Band.class);
        for (Band each : Band.values()) {
            rank.put(each, rank.size());
        }
        int wanted = Objects.requireNonNull(rank.get(band)) + ranks;
        return rank.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
