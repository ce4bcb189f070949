package dev.standing.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTest {
    private final Months months = new Months();

    @ParameterizedTest
    @ValueSource(strings = {"1", "25", "120"})
    void fromAMonthToTenYears(String value) {
        assertThat(months.convert(value)).isEqualTo(Integer.parseInt(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-25", "121", "25.5", "two", "", "99999999999"})
    void andNothingElse(String value) {
        assertThatThrownBy(() -> months.convert(value)).hasMessage("a whole number of months from 1 to 120");
    }
}
