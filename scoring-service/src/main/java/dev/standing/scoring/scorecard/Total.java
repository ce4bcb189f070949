package dev.standing.scoring.scorecard;

import java.math.BigInteger;
import java.util.Map;

/**
 * What came together in one currency.
 *
 * @param amountMinor in its minor units
 * @param records how many the amount is made of
 */
record Total(long amountMinor, long records) {
    static final Total NOTHING = new Total(0, 0);

    Total plus(Total other) {
        return new Total(Saturating.plus(amountMinor, other.amountMinor), Saturating.plus(records, other.records));
    }

    /**
     * The mean of the currencies' shares, each share and the mean rounded down to basis points; exact where there is one.
     *
     * @param of by currency
     * @param to by currency; it says which currencies count, and what each weighs
     */
    static long meanShare(Map<String, Total> of, Map<String, Total> to) {
        BigInteger weighed = BigInteger.ZERO;
        BigInteger records = BigInteger.ZERO;
        for (Map.Entry<String, Total> entry : to.entrySet()) {
            Total whole = entry.getValue();
            if (whole.amountMinor > 0) {
                long part = of.getOrDefault(entry.getKey(), NOTHING).amountMinor;
                BigInteger weight = BigInteger.valueOf(whole.records);
                weighed = weighed.add(
                        weight.multiply(BigInteger.valueOf(Saturating.basisPoints(part, whole.amountMinor))));
                records = records.add(weight);
            }
        }
        return records.signum() == 0 ? Measure.NONE : weighed.divide(records).longValueExact();
    }
}
