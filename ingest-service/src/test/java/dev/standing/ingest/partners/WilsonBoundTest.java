package dev.standing.ingest.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonBoundTest {
    /** The first two are of R. G. Newcombe, Statistics in Medicine 17 (1998), table I; of all of n it is n / (n + z²). */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"81, 263, 0.2553", "15, 148, 0.0624", "1, 1, 0.2065", "100, 100, 0.9630", "1, 1000000, 0.00000018"})
    void theBoundIsWilsons(long hits, long trials, double bound) {
        assertThat(WilsonBound.lower(hits, trials)).isCloseTo(bound, within(trials > 1_000 ? 1e-8 : 1e-4));
    }

    @Test
    void ofNoneThereIsNothingToSay() {
        assertThat(WilsonBound.lower(0, 0)).isZero();
        assertThat(WilsonBound.lower(0, 1_000)).isZero();
    }

    @Test
    void itIsBelowTheShareAndNearsItAsMoreIsKnown() {
        double before = 0;
        for (long trials = 10; trials <= 1_000_000_000L; trials *= 10) {
            double bound = WilsonBound.lower(trials / 10, trials);
            assertThat(bound).isGreaterThan(before).isLessThan(0.1);
            before = bound;
        }
        assertThat(before).isCloseTo(0.1, within(0.0001));
    }

    @Test
    void whereRecordsAreNotCountedYetItIsAShareAllTheSame() {
        assertThat(WilsonBound.lower(3, 1)).isEqualTo(WilsonBound.lower(3, 3)).isBetween(0.0, 1.0);
    }
}
