package dev.standing.contracts.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrenciesTest {
    private final Currencies currencies = Currencies.load();

    private Currency of(String code) {
        Currency currency = currencies.of(code);
        assertThat(currency).as(code).isNotNull();
        return Objects.requireNonNull(currency);
    }

    private static long micros(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000;
    }

    @ParameterizedTest
    @CsvSource({"JPY,0", "USD,2", "KWD,3", "CLF,4", "UYW,4", "UYI,0", "IDR,2", "XCG,2", "ZWG,2", "SLE,2", "VED,2"})
    void currentCodesAreThereWithTheDecimalsOfIso4217(String code, int minorUnits) {
        assertThat(of(code)).isEqualTo(new Currency(code, minorUnits, null));
    }

    /** Two lists made apart: where both know a code, its decimals are the same. */
    @Test
    void decimalsAreThePlatforms() {
        assertThat(java.util.Currency.getAvailableCurrencies())
                .filteredOn(platform -> currencies.of(platform.getCurrencyCode()) != null)
                .hasSizeGreaterThan(200)
                .allSatisfy(
                        platform -> assertThat(of(platform.getCurrencyCode()).minorUnits())
                                .isEqualTo(platform.getDefaultFractionDigits()));
    }

    @ParameterizedTest
    @CsvSource({
        "HRK,2023-01-31T23:59:59Z,2023-02-01T00:00:00Z",
        "BGN,2026-01-31T23:59:59Z,2026-02-01T00:00:00Z",
        "ITL,2002-03-31T23:59:59Z,2002-04-01T00:00:00Z"
    })
    void whatIsWithdrawnWasMoneyBefore(String code, String last, String first) {
        assertThat(of(code).wasMoneyAt(micros(last))).isTrue();
        assertThat(of(code).wasMoneyAt(micros(first))).isFalse();
    }

    /** Whatever the platform calls a currency is one here, current or withdrawn, but for what has no minor units. */
    @Test
    void nothingThatThePlatformKnowsIsUnknown() {
        assertThat(java.util.Currency.getAvailableCurrencies())
                .filteredOn(platform -> platform.getDefaultFractionDigits() >= 0)
                .extracting(java.util.Currency::getCurrencyCode)
                .isNotEmpty()
                .allMatch(code -> currencies.of(code) != null);
    }

    @ParameterizedTest
    @CsvSource({
        "ECS,2000-09", "TJR,2001-04", "PLZ,1997-01", "ZRN,1999-06", "CSK,1993-03", "SUR,1990-12", "MXP,1993-01",
                "BRR,1994-07",
        "YUN,1995-11", "PEI,1991-07", "UYP,1993-03", "AON,2000-02", "ZAL,1995-03", "XEU,1999-01", "CHC,2004-11",
                "ALK,1989-12"
    })
    void whatIsWithdrawnIsNotUnknown(String code, String through) {
        assertThat(of(code).through()).hasToString(through);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XFO", "XFU", "XRE", "XDR", "XTS", "XXX", "ZZZ", "usd", ""})
    void whatNobodyPaysInIsNoCurrency(String code) {
        assertThat(currencies.of(code)).isNull();
    }
}
