package dev.standing.ingest.partners;

/**
 * The lower end of Wilson's score interval of 95 % confidence for a share, two-sided: of {@code k} among {@code n}, with
 * {@code p = k / n} and {@code z = 1.959964},
 *
 * <pre>(p + z²/2n − z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)</pre>
 *
 * <p>It says how large the share is at least, so that one of one is not taken for as bad as a hundred of a hundred: 0.207 and 0.963. Source:
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical Association 22
 * (1927), 209–212.
 */
final class WilsonBound {
    /** The quantile 0.975 of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private WilsonBound() {}

    /**
     * Zero for none of any number, and of none.
     *
     * @param hits 0 or more; where it is more than {@code trials}, of which some are not counted yet, as if there were as many
     * @param trials 0 or more
     * @return 0 to 1, below {@code hits / trials}
     */
    static double lower(long hits, long trials) {
        if (hits <= 0) {
            return 0;
        }
        double n = Math.max(hits, trials);
        double p = hits / n;
        double z2 = Z * Z;
        double center = p + z2 / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return Math.clamp((center - spread) / (1 + z2 / n), 0, 1);
    }
}
