package dev.standing.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.SeriesKey;
import dev.standing.scoring.scorecard.document.Scorecards;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralCurrenciesTest {
    private static final int TODAY = 20_000;
    private static final int ALL_KEPT = 10_000;

    private final Scorecard community = Scorecards.community().scorecard();
    private final Activity activity = new Activity();

    private void rent(String kind, String currency, int daysAgo, long amountMinor) {
        activity.add(new SeriesKey("acme", kind, "other", currency), TODAY - daysAgo, 1, amountMinor);
    }

    private long keptShare() {
        return community.evaluate(activity, TODAY).outcomes().stream()
                .filter(outcome -> outcome.attribute().name().equals("amount-kept-share"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void amountsOfDifferentCurrenciesAreNotSummedAsIfEqual() {
        // Given ten rents of USD 430.00 on time, and one of IDR 7,000,000, about the same value, late
        for (int i = 0; i < 10; i++) {
            rent("rent.paid", "USD", 30 * i, 43_000);
        }
        rent("rent.late", "IDR", 300, 700_000_000);

        // Then ten of eleven parts were kept, and not 6 basis points
        assertThat(keptShare()).isEqualTo(9_090);
    }

    @Test
    void shareDoesNotDependOnWhatAUnitOfACurrencyIsWorth() {
        rent("rent.paid", "USD", 1, 43_000);
        rent("rent.late", "IDR", 2, 1);
        long small = keptShare();
        rent("rent.late", "IDR", 2, -1 + 1_000_000_000_000L);

        assertThat(small).isEqualTo(5_000);
        // Two late records in IDR now, one on time in USD
        assertThat(keptShare()).isEqualTo(3_333);
    }

    @Test
    void currencyWithNothingDueIsLeftOut() {
        rent("rent.paid", "USD", 1, 43_000);
        rent("rent.late", "IDR", 2, 0);

        assertThat(keptShare()).isEqualTo(ALL_KEPT);
    }

    @Test
    void whereNothingWasDueInAnyCurrencyThereIsNoData() {
        rent("rent.paid", "USD", 1, 0);
        rent("rent.late", "IDR", 2, 0);

        assertThat(keptShare()).isEqualTo(Measure.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KWD", SeriesKey.NOT_NOTED})
    void memberOfOneCurrencyIsScoredBitForBitByTheirAmounts(String currency) {
        Random random = new Random(5);
        long kept = 0;
        long due = 0;
        for (int i = 0; i < 100; i++) {
            long amountMinor = 1 + random.nextLong(1_000_000_000_000L);
            boolean late = random.nextBoolean();
            rent(late ? "rent.late" : "rent.paid", currency, random.nextInt(365), amountMinor);
            kept += late ? 0 : amountMinor;
            due += amountMinor;

            assertThat(keptShare()).isEqualTo(kept * 10_000 / due);
        }
    }

    @Test
    void sumInOneCurrencyDoesNotLookAtOthers() {
        rent("rent.paid", "USD", 1, 43_000);
        rent("rent.paid", "USD", 2, 1);
        rent("rent.paid", "IDR", 1, 700_000_000);
        Selector rents = new Selector(Set.of("rent.paid"), Set.of());
        Measuring measuring = new Measuring(activity, TODAY);

        assertThat(measuring.valueOf(new Measure.Sum(rents, "USD", 30), Map.of()))
                .isEqualTo(43_001);
        assertThat(measuring.valueOf(new Measure.Sum(rents, "EUR", 30), Map.of()))
                .isEqualTo(Measure.NONE);
    }
}
