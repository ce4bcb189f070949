package dev.standing.privileges.policy;

import java.math.BigDecimal;
import java.util.Currency;

/** What a perk that lends money lends in, and over which terms. */
public record Limits(String currency, int fromMonths, int throughMonths) {
    public boolean covers(int termMonths) {
        return fromMonths <= termMonths && termMonths <= throughMonths;
    }

    /** An amount for people, as {@code 500.00 USD}. */
    public static String shown(long amountMinor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(amountMinor, digits).toPlainString() + " " + currency;
    }
}
