package dev.standing.scoring.scorecard.document;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.money.Currencies;
import dev.standing.scoring.scorecard.Measure;
import dev.standing.scoring.scorecard.Selector;
import dev.standing.scoring.scorecard.document.ScorecardDocument.MeasureDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a measure as written into one that can be taken, or says what is wrong with it. */
final class MeasureCheck {
    private static final int LONGEST_WINDOW_IN_DAYS = 3_653;
    private static final String TYPES = "count, sum, share, partners, recency, tenure or ratio";

    private static final String EACH = "each";
    private static final Currencies CURRENCIES = Currencies.load();

    private final BehaviourCatalogue catalogue;
    private final Refusal refuse;

    MeasureCheck(BehaviourCatalogue catalogue, Refusal refuse) {
        this.catalogue = catalogue;
        this.refuse = refuse;
    }

    Measure check(String path, MeasureDocument measure) {
        String type = measure.type();
        boolean windowed = Set.of("count", "sum", "share", "partners").contains(type);
        boolean ratio = type.equals("ratio");
        demand(path, "windowInDays", measure.windowInDays(), windowed, type);
        demand(path, "share", measure.share(), type.equals("share"), type);
        demand(path, "currency", measure.currency(), type.equals("sum"), type);
        demand(path, "of", measure.of(), ratio, type);
        demand(path, "to", measure.to(), ratio, type);
        if (ratio) {
            refuseField(path, "kinds", measure.kinds(), type);
            refuseField(path, "categoryGroups", measure.categoryGroups(), type);
        } else {
            refuseField(path, "severalCurrencies", measure.severalCurrencies(), type);
        }
        Selector selector = new Selector(
                names(
                        path + ".kinds",
                        measure.kinds(),
                        "kind",
                        catalogue.kinds().keySet()),
                groups(path + ".categoryGroups", measure.categoryGroups()));
        int window = window(path, measure.windowInDays());
        return switch (type) {
            case "count" -> new Measure.Count(selector, window);
            case "sum" -> sum(path + ".currency", selector, String.valueOf(measure.currency()), window);
            case "share" -> new Measure.Share(selector, groups(path + ".share", measure.share()), window);
            case "partners" -> new Measure.Partners(selector, window);
            case "recency" -> new Measure.Recency(selector);
            case "tenure" -> new Measure.Tenure(selector);
            case "ratio" ->
                ratio(path, String.valueOf(measure.of()), String.valueOf(measure.to()), measure.severalCurrencies());
            default -> throw refuse.at(path + ".type", "is '" + type + "', allowed: " + TYPES);
        };
    }

    private Measure sum(String path, Selector selector, String currency, int window) {
        if (currency.equals(EACH)) {
            return new Measure.SumByCurrency(selector, window);
        }
        if (CURRENCIES.of(currency) == null) {
            throw refuse.at(
                    path,
                    "is '" + currency
                            + "', allowed: each, for a sum in each currency, or one code of ISO 4217, as USD");
        }
        return new Measure.Sum(selector, currency, window);
    }

    private Measure ratio(String path, String of, String to, @Nullable String severalCurrencies) {
        if (severalCurrencies == null) {
            return new Measure.Ratio(of, to);
        }
        if (!severalCurrencies.equals(AmountsCheck.MEAN_BY_RECORDS)) {
            throw refuse.at(
                    path + ".severalCurrencies",
                    "is '" + severalCurrencies + "', allowed: " + AmountsCheck.MEAN_BY_RECORDS);
        }
        return new Measure.RatioByCurrency(of, to);
    }

    private void demand(String path, String field, @Nullable Object value, boolean wanted, String type) {
        if (wanted && value == null) {
            throw refuse.at(path, "has no '" + field + "', which a measure of type " + type + " needs");
        }
        if (!wanted) {
            refuseField(path, field, value, type);
        }
    }

    private void refuseField(String path, String field, @Nullable Object value, String type) {
        if (value != null) {
            throw refuse.at(path + "." + field, "has no meaning for a measure of type " + type);
        }
    }

    private int window(String path, @Nullable Integer days) {
        if (days != null && (days < 1 || days > LONGEST_WINDOW_IN_DAYS)) {
            throw refuse.at(path + ".windowInDays", "is " + days + ", allowed: 1 to " + LONGEST_WINDOW_IN_DAYS);
        }
        return days == null ? LONGEST_WINDOW_IN_DAYS : days;
    }

    private Set<String> groups(String path, @Nullable List<String> groups) {
        return names(path, groups, "category group", catalogue.groups());
    }

    private Set<String> names(String path, @Nullable List<String> names, String what, Set<String> known) {
        Set<String> seen = new HashSet<>();
        if (names == null) {
            return seen;
        }
        if (names.isEmpty()) {
            throw refuse.at(path, "is empty, allowed: at least one. Maybe leave it out, which means all");
        }
        for (int i = 0; i < names.size(); i++) {
            String place = path + "[" + i + "]";
            String name = names.get(i);
            if (!known.contains(name)) {
                throw refuse.at(
                        place, "is '" + name + "', which is no " + what + "; allowed: " + Nearest.of(name, known));
            }
            if (!seen.add(name)) {
                throw refuse.at(place, "is '" + name + "' a second time");
            }
        }
        return seen;
    }
}
