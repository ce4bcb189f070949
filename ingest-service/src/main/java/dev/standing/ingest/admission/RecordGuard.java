package dev.standing.ingest.admission;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.behaviour.Kind;
import dev.standing.contracts.behaviour.Kind.Presence;
import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.contracts.money.Currencies;
import dev.standing.contracts.money.Currency;
import dev.standing.contracts.policy.SpecialCategories;
import dev.standing.ingest.ledger.Submission;
import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import dev.standing.web.time.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a record may come in: closed vocabulary, no special categories, values in range. What it lets through
 * can be stored without a further look. Thread-safe.
 */
final class RecordGuard {
    static final long MAX_AMOUNT_MINOR = 1_000_000_000_000L;
    static final long MAX_COUNT = 1_000_000;

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final long EARLIEST_MICROS = micros(Instant.parse("1990-01-01T00:00:00Z"));
    private static final Currencies CURRENCIES = Currencies.load();

    /** The refused merchant categories by number, because every record asks. */
    private static final BitSet REVEALING = IntStream.rangeClosed(0, 9999)
            .filter(code -> SpecialCategories.revealedBy("%04d".formatted(code)).isPresent())
            .collect(BitSet::new, BitSet::set, BitSet::or);

    private final BehaviourCatalogue catalogue;
    private final Clock clock;

    RecordGuard(BehaviourCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Reading judge(PartnerId partner, Draft draft) {
        name(draft, "id", draft.id);
        name(draft, "member", draft.member);
        long occurredAtMicros = occurredAt(draft);
        Kind kind = kind(draft);
        if (kind != null) {
            presence(draft, kind);
        }
        ranges(draft);
        currency(draft, occurredAtMicros);
        Reading refused = refused(draft, kind);
        if (refused != null) {
            return refused;
        }
        return new Reading.Valid(new Submission(
                partner,
                present(draft.id),
                present(draft.member),
                present(draft.kind),
                occurredAtMicros,
                Instants.nanosBeyondMicros(present(draft.occurredAt)),
                draft.amountMinor,
                draft.currency,
                draft.count,
                draft.merchantCategory,
                null));
    }

    private @Nullable Reading refused(Draft draft, @Nullable Kind kind) {
        String merchantCategory = draft.merchantCategory;
        if (merchantCategory != null
                && isMerchantCategory(merchantCategory)
                && REVEALING.get(Integer.parseInt(merchantCategory))) {
            Problem problem = ProblemException.refused(
                            "special-category",
                            new Violation(
                                    "merchantCategory",
                                    merchantCategory,
                                    "a category that reveals nothing of health, belief, opinion, origin or sex life"))
                    .problem();
            return new Reading.Refused(idOf(draft), RefusalReason.SPECIAL_CATEGORY, problem);
        }
        if (draft.violations().isEmpty()) {
            return null;
        }
        RefusalReason reason = kind == null && draft.kind != null ? RefusalReason.KIND : RefusalReason.FIELD;
        return new Reading.Refused(
                idOf(draft),
                reason,
                ProblemException.invalid(draft.violations()).problem());
    }

    private static @Nullable String idOf(Draft draft) {
        return Ids.isId(draft.id) ? draft.id : null;
    }

    private static void name(Draft draft, String field, @Nullable String value) {
        if (!Ids.isId(value) && !draft.isWrong(field)) {
            draft.wrong(field, value, Ids.ALLOWED);
        }
    }

    private long occurredAt(Draft draft) {
        String text = draft.occurredAt;
        if (text == null) {
            if (!draft.isWrong("occurredAt")) {
                draft.wrong("occurredAt", null, Instants.ALLOWED);
            }
            return Instants.NONE;
        }
        long micros = Instants.micros(text);
        if (micros == Instants.NONE) {
            draft.wrong("occurredAt", text, Instants.ALLOWED);
        } else if (micros < EARLIEST_MICROS) {
            draft.wrong("occurredAt", text, "1990-01-01T00:00:00Z or later");
        } else if (micros > micros(clock.instant().plus(SKEW))) {
            draft.wrong("occurredAt", text, "not in the future, but for " + SKEW.toMinutes() + " minutes of skew");
        }
        return micros;
    }

    private @Nullable Kind kind(Draft draft) {
        String name = draft.kind;
        if (name == null) {
            if (!draft.isWrong("kind")) {
                draft.wrong("kind", null, kinds());
            }
            return null;
        }
        Kind kind = catalogue.kind(name);
        if (kind == null) {
            draft.wrong("kind", name, kinds());
        }
        return kind;
    }

    private String kinds() {
        return "one of " + String.join(", ", catalogue.kinds().keySet());
    }

    private static void presence(Draft draft, Kind kind) {
        presence(draft, kind, "amountMinor", draft.amountMinor, kind.amount());
        presence(draft, kind, "currency", draft.currency, kind.amount());
        presence(draft, kind, "count", draft.count, kind.count());
        presence(draft, kind, "merchantCategory", draft.merchantCategory, kind.merchantCategory());
        if (kind.amount() == Presence.OPTIONAL && (draft.amountMinor == null) != (draft.currency == null)) {
            String absent = draft.amountMinor == null ? "amountMinor" : "currency";
            if (!draft.isWrong(absent)) {
                draft.wrong(absent, null, "amountMinor and currency together, or neither");
            }
        }
    }

    private static void presence(Draft draft, Kind kind, String field, @Nullable Object value, Presence presence) {
        if (draft.isWrong(field)) {
            return;
        }
        if (presence == Presence.REQUIRED && value == null) {
            draft.wrong(field, null, "required for the kind " + kind.name());
        } else if (presence == Presence.REFUSED && value != null) {
            draft.wrong(field, value.toString(), "absent for the kind " + kind.name());
        }
    }

    private static void ranges(Draft draft) {
        range(draft, "amountMinor", draft.amountMinor, 0, MAX_AMOUNT_MINOR);
        range(draft, "count", draft.count, 1, MAX_COUNT);
        if (draft.merchantCategory != null && !isMerchantCategory(draft.merchantCategory)) {
            draft.wrong("merchantCategory", draft.merchantCategory, "four digits of ISO 18245, as 5411");
        }
    }

    private static void currency(Draft draft, long occurredAtMicros) {
        if (draft.currency == null) {
            return;
        }
        Currency currency = CURRENCIES.of(draft.currency);
        if (currency == null) {
            draft.wrong("currency", draft.currency, "a currency code of ISO 4217, as USD");
        } else if (occurredAtMicros != Instants.NONE && !currency.wasMoneyAt(occurredAtMicros)) {
            draft.wrong(
                    "currency",
                    draft.currency,
                    "a currency of its day; " + currency.code() + " was one through " + currency.through());
        }
    }

    private static void range(Draft draft, String field, @Nullable Long value, long from, long to) {
        if (value != null && (value < from || value > to)) {
            draft.wrong(field, value.toString(), "a whole number from " + from + " to " + to);
        }
    }

    private static boolean isMerchantCategory(String text) {
        if (text.length() != 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String present(@Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("a record without violations lacks a field");
        }
        return value;
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
