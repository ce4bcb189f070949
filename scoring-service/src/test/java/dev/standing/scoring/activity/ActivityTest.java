package dev.standing.scoring.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
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
    void sumThatALongCannotHoldReadsAsTheGreatestAndIsKeptExactly() {
        activity.add(RENT, 1, 5, Long.MAX_VALUE - 10);
        activity.add(RENT, 1, 2, Long.MAX_VALUE);
        assertThat(amounts()).containsExactly(Long.MAX_VALUE);

        activity.add(RENT, 1, -2, -Long.MAX_VALUE);

        assertThat(amounts()).containsExactly(Long.MAX_VALUE - 10);
    }

    @Test
    void dayThatIsUndoneLeavesNothingOfAnAmountThatNoLongHolds() {
        activity.add(RENT, 1, 1, Long.MAX_VALUE);
        activity.add(RENT, 1, 1, Long.MAX_VALUE);
        activity.add(RENT, 2, 1, 7);

        activity.add(
                RENT, 1, -2, BigInteger.valueOf(Long.MAX_VALUE).shiftLeft(1).negate());
        activity.add(RENT, 1, 1, 3);

        assertThat(activity.size()).isEqualTo(2);
        assertThat(amounts()).containsExactly(3L);
    }

    @Test
    void countThatALongCannotHoldIsRefused() {
        activity.add(RENT, 1, Long.MAX_VALUE, 1);

        assertThatThrownBy(() -> activity.add(RENT, 1, 1, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void sameDayInAnotherCurrencyIsAnotherSeries() {
        activity.add(RENT, 1, 1, 43_000);
        activity.add(new SeriesKey("acme", "rent.paid", "other", "IDR"), 1, 1, 700_000_000);

        assertThat(amounts()).containsExactlyInAnyOrder(43_000L, 700_000_000L);
    }
}
