package dev.standing.scoring.scorecard;

import static dev.standing.scoring.scorecard.EvaluationTest.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.SeriesKey;
import dev.standing.scoring.scorecard.document.Scorecards;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutlookTest {
    /** Days looked at one by one. */
    private static final int NEAR = 40;

    private final Scorecard community = Scorecards.community().scorecard();
    private final Scorecard discounting = Scorecards.discounting().scorecard();

    @Test
    void onEveryDayBeforeTheSameActivityReadsTheSameByWhateverScorecard() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RandomScorecards others = new RandomScorecards(random);
        for (int round = 0; round < 1_000; round++) {
            for (Scorecard scorecard : List.of(community, discounting, others.next())) {
                Activity activity = EvaluationTest.activity(EvaluationTest.deeds(random, random.nextInt(25)));
                Set<String> discounted = random.nextBoolean() ? Set.of() : Set.of("p-0", "p-1");
                int day = TODAY - random.nextInt(50);

                int until = new Outlook(scorecard).holdsUntil(activity, discounted, day);

                assertThat(until).isGreaterThan(day);
                for (int later = day + 1; later < until && later <= day + NEAR; later++) {
                    assertReadsTheSame(scorecard, activity, discounted, day, later, seed, round);
                }
                int last = Math.min(until - 1, day + 5_000);
                assertReadsTheSame(scorecard, activity, discounted, day, last, seed, round);
                assertReadsTheSame(
                        scorecard, activity, discounted, day, day + random.nextInt(last - day + 1), seed, round);
            }
        }
    }

    private static void assertReadsTheSame(
            Scorecard scorecard, Activity activity, Set<String> discounted, int day, int later, long seed, int round) {
        Evaluation first = scorecard.evaluate(activity, discounted, day);
        Evaluation then = scorecard.evaluate(activity, discounted, later);
        Reading reading = Reading.of(first, day);
        String when = scorecard.id() + " " + (later - day) + " days later, seed " + seed + ", round " + round;

        assertThat(Reading.of(then, later)).as(when).isEqualTo(reading);
        assertThat(reading.evaluation(scorecard, later)).as(when).isEqualTo(then);
        assertThat(then.base()).as(when).isEqualTo(first.base());
        assertThat(then.pointsByDimension()).as(when).isEqualTo(first.pointsByDimension());
        assertThat(Causes.of(then)).as(when).isEqualTo(Causes.of(first));
    }

    private static Activity of(String kind, int... daysAgo) {
        Activity activity = new Activity();
        for (int ago : daysAgo) {
            activity.add(new SeriesKey("acme", kind, "other", "USD"), TODAY - ago, 1, 50_000);
        }
        return activity;
    }

    private int daysOn(Activity activity) {
        return new Outlook(community).holdsUntil(activity, Set.of(), TODAY) - TODAY;
    }

    @Test
    void whoDidNothingReadsTheSameForEver() {
        assertThat(new Outlook(community).holdsUntil(new Activity(), Set.of(), TODAY))
                .isEqualTo(Outlook.FOREVER);
    }

    @Test
    void itIsTheDayOnWhichTheFirstRecordLeavesAWindowComesOrFallsIntoAnotherBin() {
        assertThat(daysOn(of("rent.paid", 0))).as("no longer recent").isEqualTo(31);
        assertThat(daysOn(of("rent.paid", 361, 0)))
                .as("out of the bills of a year")
                .isEqualTo(4);
        assertThat(daysOn(of("rent.paid", 725, 360, 0)))
                .as("out of the payments of two years")
                .isEqualTo(5);
        assertThat(daysOn(of("rent.paid", -3, 0))).as("dated ahead").isEqualTo(3);
        assertThat(daysOn(of("rent.paid", 88, 0))).as("known for a quarter").isEqualTo(2);
        assertThat(daysOn(of("rent.paid", 5_000))).as("beyond all windows").isEqualTo(Outlook.FOREVER - TODAY);
    }

    @Test
    void aPartnerLeavesWithTheLastRecordAndWithoutDiscountedOnesOtherDaysCount() {
        Activity verified = of("identity.verified", 500, 360, 10);
        assertThat(daysOn(verified))
                .as("the earlier record leaves nothing that is counted")
                .isEqualTo(21);

        Activity activity = of("identity.verified", 20);
        activity.add(new SeriesKey("shaky", "identity.verified", "other", "USD"), TODAY - 1, 1, 0);
        Outlook outlook = new Outlook(discounting);
        assertThat(outlook.holdsUntil(activity, Set.of(), TODAY)).isEqualTo(TODAY + 30);
        assertThat(outlook.holdsUntil(activity, Set.of("shaky"), TODAY)).isEqualTo(TODAY + 11);
    }

    @Test
    void whoPaysRentEveryMonthIsReadEveryMonthOrOftenerAndNotEveryDay() {
        int[] monthly = new int[36];
        for (int month = 0; month < monthly.length; month++) {
            monthly[month] = month * 30;
        }
        int read = 0;
        Activity activity = of("rent.paid", monthly);
        for (int day = TODAY; day < TODAY + 30; day = new Outlook(community).holdsUntil(activity, Set.of(), day)) {
            read++;
        }
        assertThat(read).as("times in thirty days").isBetween(2, 4);
    }
}
