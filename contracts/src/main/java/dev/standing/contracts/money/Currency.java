package dev.standing.contracts.money;

import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A currency of ISO 4217.
 *
 * @param code three capital letters
 * @param minorUnits decimals of an amount: 430 minor units are JPY 430, USD 4.30, KWD 0.430, UYW 0.0430
 * @param through the last month in which anything was paid in it; null where it is current
 */
public record Currency(
        String code, int minorUnits, @Nullable YearMonth through) {

    /** Whether it was money at a moment; microseconds since 1970, UTC. */
    public boolean wasMoneyAt(long micros) {
        return through == null
                || micros / 1_000_000
                        < through.plusMonths(1)
                                .atDay(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toEpochSecond();
    }
}
