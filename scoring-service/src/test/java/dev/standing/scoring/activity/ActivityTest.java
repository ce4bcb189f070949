package dev.standing.scoring.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final SeriesKey RENT = new SeriesKey("acme", "rent.paid", "other", "EUR");

    private final Activity activity = new Activity();

    private List<Long> amounts() {
        List<Long> amounts = new ArrayList<>();
        activity.forEach((key, series) -> amounts.add(series.amountMinor(0)));
        return amounts;
    }

    @Test
    void sumThatALongCannotHoldIsLeftAloneAndToldSo() {
        activity.add(RENT, 1, 5, Long.MAX_VALUE - 10);

        assertThat(activity.add(RENT, 1, 1, 11)).isFalse();
        assertThat(amounts()).containsExactly(Long.MAX_VALUE - 10);
        assertThat(activity.add(RENT, 1, 1, 9)).isTrue();
        assertThat(activity.add(RENT, 1, -1, -9)).isTrue();
        assertThat(amounts()).containsExactly(Long.MAX_VALUE - 10);
    }

    @Test
    void fromTheGreatestLongNothingIsUndoneForItMayStandForMore() {
        activity.add(RENT, 1, 5, Long.MAX_VALUE);

        assertThat(activity.add(RENT, 1, -1, -1)).isFalse();
        assertThat(amounts()).containsExactly(Long.MAX_VALUE);
    }

    @Test
    void sameDayInAnotherCurrencyIsAnotherSeries() {
        activity.add(RENT, 1, 1, 43_000);
        activity.add(new SeriesKey("acme", "rent.paid", "other", "IDR"), 1, 1, 700_000_000);

        assertThat(amounts()).containsExactlyInAnyOrder(43_000L, 700_000_000L);
    }
}
