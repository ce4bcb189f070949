package dev.standing.local.sample.community;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Collects a member's records; ids count up, so the same life gives the same ids. */
final class Diary {

    private static final String CURRENCY = "USD";

    private final String member;
    private final Timeline timeline;
    private final SplittableRandom random;
    private final List<SampleRecord> records = new ArrayList<>();

    Diary(String member, Timeline timeline, SplittableRandom random) {
        this.member = member;
        this.timeline = timeline;
        this.random = random;
    }

    /** An amount around {@code typicalMinor}, within a factor of about two. */
    long around(long typicalMinor) {
        return Math.max(50, Math.round(typicalMinor * Math.exp(0.35 * random.nextGaussian())));
    }

    void note(String partner, String kind, String occurredAt) {
        add(partner, kind, occurredAt, null, null, null);
    }

    void amount(String partner, String kind, String occurredAt, long amountMinor) {
        add(partner, kind, occurredAt, amountMinor, null, null);
    }

    void purchase(String partner, String occurredAt, long amountMinor, String merchantCategory) {
        add(partner, "purchase", occurredAt, amountMinor, merchantCategory, null);
    }

    /** A bill due on that day of the month: paid then, or some days later. */
    void bill(String partner, String kinds, int month, int dueDay, long amountMinor, boolean inTime) {
        if (inTime) {
            add(
                    partner,
                    kinds + (kinds.equals("payment") ? ".on-time" : ".paid"),
                    timeline.moment(month, dueDay, random),
                    amountMinor,
                    null,
                    null);
        } else {
            int daysLate = 2 + random.nextInt(20);
            add(
                    partner,
                    kinds + ".late",
                    timeline.moment(month, dueDay + daysLate, random),
                    amountMinor,
                    null,
                    daysLate);
        }
    }

    List<SampleRecord> records() {
        return List.copyOf(records);
    }

    private void add(
            String partner,
            String kind,
            String occurredAt,
            @Nullable Long amountMinor,
            @Nullable String merchantCategory,
            @Nullable Integer count) {
        records.add(new SampleRecord(
                partner,
                "s-" + member + "-" + (records.size() + 1),
                member,
                kind,
                occurredAt,
                amountMinor,
                amountMinor == null ? null : CURRENCY,
                merchantCategory,
                count));
    }
}
