package dev.standing.privileges.policy;

import dev.standing.privileges.policy.PerkPolicyDocument.LimitsEntry;
import dev.standing.privileges.policy.PerkPolicyDocument.TermEntry;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of a perk that lends: every tier covers every term once, and at no term does a higher tier get less. */
final class LimitsReader {
    private static final int MAX_MONTHS = 480;
    private static final long MAX_AMOUNT_MINOR = 1_000_000_000_000L;

    private final Refusals refusals;
    private final Limits limits;

    private LimitsReader(Refusals refusals, Limits limits) {
        this.refusals = refusals;
        this.limits = limits;
    }

    /** For a perk with limits; null for one without. */
    static @Nullable LimitsReader of(Refusals refusals, String perkPath, @Nullable LimitsEntry entry) {
        if (entry == null) {
            return null;
        }
        String path = perkPath + ".limits";
        refusals.range(path + ".fromMonths", entry.fromMonths(), 1, MAX_MONTHS);
        refusals.range(path + ".throughMonths", entry.throughMonths(), entry.fromMonths(), MAX_MONTHS);
        String currency = entry.currency();
        if (currency == null
                || Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            throw refusals.refuse(path + ".currency", "currency is '" + currency + "'; allowed: a code of ISO 4217");
        }
        return new LimitsReader(refusals, new Limits(currency, entry.fromMonths(), entry.throughMonths()));
    }

    Limits limits() {
        return limits;
    }

    List<TermLimit> of(String tierPath, @Nullable List<TermEntry> entries, @Nullable Tier beneath) {
        String path = tierPath + ".limits";
        List<TermLimit> terms = new ArrayList<>();
        int next = limits.fromMonths();
        for (TermEntry entry : refusals.list(path, entries, 1, MAX_MONTHS)) {
            String at = path + "[" + terms.size() + "]";
            refusals.range(at + ".maxAmountMinor", entry.maxAmountMinor(), 0, MAX_AMOUNT_MINOR);
            if (entry.fromMonths() != next) {
                throw refusals.refuse(
                        at + ".fromMonths",
                        (entry.fromMonths() < next ? "overlap" : "gap") + " of terms: begins at " + entry.fromMonths()
                                + " months; allowed: " + next);
            }
            refusals.range(at + ".throughMonths", entry.throughMonths(), entry.fromMonths(), limits.throughMonths());
            terms.add(new TermLimit(entry.fromMonths(), entry.throughMonths(), entry.maxAmountMinor()));
            next = entry.throughMonths() + 1;
        }
        if (next != limits.throughMonths() + 1) {
            throw refusals.refuse(
                    path, "gap of terms: ends at " + (next - 1) + " months; allowed: " + limits.throughMonths());
        }
        if (beneath != null) {
            requireNotWorse(path, terms, beneath);
        }
        return terms;
    }

    private void requireNotWorse(String path, List<TermLimit> terms, Tier beneath) {
        int row = 0;
        for (int month = limits.fromMonths(); month <= limits.throughMonths(); month++) {
            while (!terms.get(row).covers(month)) {
                row++;
            }
            long amount = terms.get(row).maxAmountMinor();
            if (amount < beneath.maxAmountMinor(month)) {
                throw refusals.refuse(
                        path + "[" + row + "].maxAmountMinor",
                        "at " + month + " months at most " + amount
                                + ", less than " + beneath.maxAmountMinor(month) + " of tier '" + beneath.name()
                                + "' beneath; allowed: as much or more");
            }
        }
    }
}
