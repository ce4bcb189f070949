package dev.standing.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.score.Scale;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.SeriesKey;
import dev.standing.scoring.scorecard.document.Scorecards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    static final int TODAY = 20_000;
    private static final List<String> KINDS =
            List.copyOf(BehaviourCatalogue.load().kinds().keySet());
    private static final List<String> GROUPS =
            List.copyOf(BehaviourCatalogue.load().groups());
    private static final List<String> CURRENCIES = List.of(SeriesKey.NOT_NOTED, "USD", "IDR", "KWD");

    private final Scorecard community = Scorecards.community().scorecard();

    record Deed(SeriesKey key, int day, long amountMinor) {}

    @Test
    void memberWithoutRecordsGetsTheNeutralPoints() {
        Evaluation evaluation = community.evaluate(new Activity(), TODAY);

        assertThat(evaluation.base()).isEqualTo(441);
        assertThat(evaluation.hasRecords()).isFalse();
        assertThat(evaluation.outcomes()).allMatch(outcome -> outcome.bin() instanceof Bin.None);
    }

    @Test
    void agreesWithThePlainOracleWhateverTheRecords() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Deed> deeds = deeds(random, random.nextInt(120));
            int day = TODAY - random.nextInt(400);

            int base = community.evaluate(activity(deeds), day).base();

            assertThat(base).as("round %s", round).isEqualTo(new PlainOracle(community, deeds, day).base());
            assertThat(base).isBetween(Scale.LEAST, Scale.GREATEST);
        }
    }

    @Test
    void neitherOrderNorWhatWasUndoneShows() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            // Given the same deeds in another order, with others done and undone in between
            List<Deed> deeds = deeds(random, 60);
            List<Deed> passing = deeds(random, 30);
            List<Deed> shuffled = new ArrayList<>(deeds);
            shuffled.addAll(passing);
            Collections.shuffle(shuffled, random);
            Activity other = activity(shuffled);
            Collections.shuffle(passing, random);
            passing.forEach(deed -> other.add(deed.key(), deed.day(), -1, -deed.amountMinor()));

            // When, then
            assertThat(other.size()).isEqualTo(activity(deeds).size());
            assertThat(community.evaluate(other, TODAY)).isEqualTo(community.evaluate(activity(deeds), TODAY));
        }
    }

    @Test
    void explanationAddsUpAndReasonsAreRankedByWhatTheyCost() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Evaluation evaluation = community.evaluate(activity(deeds(random, 40)), TODAY);

            int byDimension = Arrays.stream(evaluation.pointsByDimension()).sum();
            assertThat(350 + byDimension).isEqualTo(evaluation.base());
            List<Loss> worst = evaluation.worst(4);
            List<Integer> lost = worst.stream().map(Loss::points).toList();
            assertThat(lost).hasSize(4).isSortedAccordingTo(Collections.reverseOrder());
            int worstLeftOut = evaluation.outcomes().stream()
                    .filter(outcome -> !worst.contains(new Loss(outcome.reason(), outcome.pointsLost())))
                    .mapToInt(Outcome::pointsLost)
                    .max()
                    .orElseThrow();
            assertThat(worstLeftOut).isLessThanOrEqualTo(lost.getLast());
        }
    }

    @Test
    void ofCausesThatCostTheSameTheEarlierAttributeComesFirst() {
        Evaluation evaluation = community.evaluate(new Activity(), TODAY);
        List<Reason> inOrder =
                evaluation.outcomes().stream().map(Outcome::reason).toList();

        List<Loss> worst = evaluation.worst(19);

        assertThat(worst).hasSizeGreaterThan(4);
        for (int i = 1; i < worst.size(); i++) {
            if (worst.get(i - 1).points() == worst.get(i).points()) {
                assertThat(inOrder.indexOf(worst.get(i - 1).reason()))
                        .isLessThan(inOrder.indexOf(worst.get(i).reason()));
            }
        }
    }

    @Test
    void partnerLeftOutContributesExactlyNothing() {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            List<Deed> deeds = deeds(random, 60);
            List<Deed> counted = deeds.stream()
                    .filter(deed -> !deed.key().partner().equals("p-1"))
                    .toList();

            Activity withheld = activity(deeds).of(partner -> !partner.equals("p-1"));

            assertThat(community.evaluate(withheld, TODAY)).isEqualTo(community.evaluate(activity(counted), TODAY));
        }
    }

    @Test
    void windowHoldsTheDayOfEvaluationAndAsManyDaysAsItSays() {
        Measure week = new Measure.Count(new Selector(Set.of("purchase"), Set.of()), 7);
        SeriesKey purchase = new SeriesKey("p", "purchase", "other", "USD");

        assertThat(valueAfter(week, purchase, TODAY)).isEqualTo(1);
        assertThat(valueAfter(week, purchase, TODAY - 6)).isEqualTo(1);
        assertThat(valueAfter(week, purchase, TODAY - 7)).isEqualTo(Measure.NONE);
        assertThat(valueAfter(week, purchase, TODAY + 1)).isEqualTo(Measure.NONE);
    }

    private static long valueAfter(Measure measure, SeriesKey key, int day) {
        Activity activity = new Activity();
        activity.add(key, day, 1, 100);
        return new Measuring(activity, TODAY).valueOf(measure, java.util.Map.of());
    }

    static Activity activity(List<Deed> deeds) {
        Activity activity = new Activity();
        deeds.forEach(deed -> activity.add(deed.key(), deed.day(), 1, deed.amountMinor()));
        return activity;
    }

    static List<Deed> deeds(Random random, int count) {
        List<Deed> deeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SeriesKey key = new SeriesKey(
                    "p-" + random.nextInt(4),
                    KINDS.get(random.nextInt(KINDS.size())),
                    GROUPS.get(random.nextInt(GROUPS.size())),
                    CURRENCIES.get(random.nextInt(CURRENCIES.size())));
            deeds.add(new Deed(key, TODAY + 2 - random.nextInt(1200), random.nextLong(1_000_000_000_000L)));
        }
        return deeds;
    }
}
