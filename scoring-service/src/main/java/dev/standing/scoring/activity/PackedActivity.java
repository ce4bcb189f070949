package dev.standing.scoring.activity;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one member did with one partner, as bytes: some six a day of a series. The same activity makes the same bytes, however it came
 * about.
 *
 * <p>The first byte is the {@link #VERSION}. Each series follows the one before, in the order of kind, category group and currency: these
 * three, each as its length and its UTF-8; how many days there are; and for each day in rising order how many days it is after the
 * one before (the first after 1970-01-01), how many records, and the amount in minor units. Numbers are as {@link PackedNumbers} has them.
 * The SQL function {@code activity_cells} reads the same.
 */
final class PackedActivity {
    private static final byte VERSION = 1;

    private PackedActivity() {}

    /** Packs activity that is all of one partner, whose name is kept elsewhere. */
    static byte[] of(Activity activity) {
        PackedNumbers numbers = new PackedNumbers();
        numbers.raw(VERSION);
        Map<SeriesKey, Series> inOrder = new TreeMap<>(SeriesKey.ORDER);
        activity.forEach(inOrder::put);
        inOrder.forEach((key, series) -> write(numbers, key, series));
        return numbers.bytes();
    }

    private static void write(PackedNumbers numbers, SeriesKey key, Series series) {
        numbers.text(key.kind());
        numbers.text(key.categoryGroup());
        numbers.text(key.currency());
        numbers.size(series.size());
        int day = 0;
        for (int i = 0; i < series.size(); i++) {
            numbers.number(series.day(i) - (long) day);
            day = series.day(i);
            numbers.number(series.count(i));
            numbers.number(series.exactAmountMinor(i));
        }
    }

    /**
     * Adds what is packed.
     *
     * @throws UnreadableActivity where the bytes are of a version that is not known here, or end too early
     */
    static void addTo(Activity activity, String partner, byte[] packed) {
        PackedNumbersReader numbers = new PackedNumbersReader(packed);
        byte version = numbers.raw();
        if (version != VERSION) {
            throw new UnreadableActivity("is of version " + version + "; known: " + VERSION);
        }
        while (numbers.hasMore()) {
            SeriesKey key = new SeriesKey(partner, shared(numbers), shared(numbers), shared(numbers));
            int days = numbers.size();
            int day = 0;
            for (int i = 0; i < days; i++) {
                day = Math.toIntExact(day + numbers.number());
                long records = numbers.number();
                if (numbers.isLong()) {
                    activity.add(key, day, records, numbers.number());
                } else {
                    BigInteger amountMinor = numbers.greatNumber();
                    activity.add(key, day, records, amountMinor);
                }
            }
        }
    }

    /** These texts are so few that all members share them. */
    private static String shared(PackedNumbersReader numbers) {
        return numbers.text().intern();
    }
}
