package dev.standing.scoring.activity;

import dev.standing.contracts.event.RecordEvent;
import java.util.Comparator;

/**
 * What one series of days is about.
 *
 * @param categoryGroup group of the merchant category; {@code other} where the record carried none
 * @param currency code of ISO 4217, so that amounts of different currencies never meet; {@link #NOT_NOTED} where the record
 *     carried no amount, and for what was counted before currencies were noted: a currency of its own
 */
public record SeriesKey(String partner, String kind, String categoryGroup, String currency) {
    /** Stands where a code would. */
    public static final String NOT_NOTED = "";

    /** Within one partner. */
    static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::kind)
            .thenComparing(SeriesKey::categoryGroup)
            .thenComparing(SeriesKey::currency);

    static String currencyOf(RecordEvent event) {
        return event.currency() == null ? NOT_NOTED : event.currency();
    }
}
