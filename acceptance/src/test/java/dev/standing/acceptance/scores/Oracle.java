package dev.standing.acceptance.scores;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.contracts.behaviour.BehaviourCatalogue;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Base scores in the most obvious way: every attribute of the served scorecard is read off the raw records anew, one
 * record after the other. Shares no code with the service.
 */
public final class Oracle {
    /** A record and who sent it. */
    public record Sent(String partner, Behaviour record) {
        LocalDate day() {
            return record.at().atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }

    private static final BehaviourCatalogue CATALOGUE = BehaviourCatalogue.load();

    private final JsonNode scorecard;

    public Oracle(JsonNode scorecard) {
        this.scorecard = scorecard;
    }

    public int base(List<Sent> records, LocalDate day) {
        return scorecard.path("startPoints").intValue()
                + points(records, day).values().stream().mapToInt(p -> p).sum();
    }

    /** Points by attribute. */
    public Map<String, Integer> points(List<Sent> records, LocalDate day) {
        Map<String, Integer> points = new TreeMap<>();
        for (JsonNode attribute : scorecard.path("attributes")) {
            Long value = value(attribute.path("measure"), records, day);
            points.put(attribute.path("name").asText(), pointsOf(attribute, value));
        }
        return points;
    }

    /** The value of one attribute; null where there is no data. */
    public @Nullable Long value(String attribute, List<Sent> records, LocalDate day) {
        return value(measure(attribute), records, day);
    }

    private JsonNode measure(String name) {
        for (String list : List.of("inputs", "attributes")) {
            for (JsonNode entry : scorecard.path(list)) {
                if (entry.path("name").asText().equals(name)) {
                    return entry.path("measure");
                }
            }
        }
        throw new AssertionError("the scorecard has no " + name);
    }

    private @Nullable Long value(JsonNode measure, List<Sent> all, LocalDate day) {
        List<Sent> seen = all.stream().filter(matches(measure, day)).toList();
        return switch (measure.path("type").asText()) {
            case "count" -> noneIfEmpty(seen.size());
            case "partners" ->
                noneIfEmpty(seen.stream().map(Sent::partner).distinct().count());
            case "sum" -> sum(seen, measure.path("currency").asText());
            case "recency" -> daysBefore(day, seen).stream().min(Long::compare).orElse(null);
            case "tenure" -> daysBefore(day, seen).stream().max(Long::compare).orElse(null);
            case "share" -> share(measure, seen);
            case "ratio" -> {
                JsonNode of = measure(measure.path("of").asText());
                JsonNode to = measure(measure.path("to").asText());
                yield measure.has("severalCurrencies")
                        ? meanRatio(
                                all.stream().filter(matches(of, day)).toList(),
                                all.stream().filter(matches(to, day)).toList())
                        : ratio(value(of, all, day), value(to, all, day));
            }
            default -> throw new AssertionError("a measure that the oracle does not know: " + measure);
        };
    }

    private static Predicate<Sent> matches(JsonNode measure, LocalDate day) {
        JsonNode window = measure.path("windowInDays");
        List<String> kinds = texts(measure.path("kinds"));
        List<String> groups = texts(measure.path("categoryGroups"));
        return sent -> !sent.day().isAfter(day)
                && (!window.isNumber() || sent.day().isAfter(day.minusDays(window.longValue())))
                && (kinds.isEmpty() || kinds.contains(sent.record().kind()))
                && (groups.isEmpty()
                        || groups.contains(CATALOGUE.group(sent.record().merchantCategory())));
    }

    private static @Nullable Long share(JsonNode measure, List<Sent> seen) {
        List<String> groups = texts(measure.path("share"));
        long part = seen.stream()
                .filter(sent -> groups.contains(CATALOGUE.group(sent.record().merchantCategory())))
                .count();
        return seen.isEmpty() ? null : part * 10_000 / seen.size();
    }

    private static @Nullable Long sum(List<Sent> seen, String currency) {
        List<Sent> summed = seen.stream()
                .filter(sent -> currency.equals(sent.record().currency()))
                .toList();
        return summed.isEmpty()
                ? null
                : summed.stream().mapToLong(Oracle::amount).sum();
    }

    /** Every record due says what its currency's ratio is; the mean of what they all say. */
    private static @Nullable Long meanRatio(List<Sent> of, List<Sent> to) {
        List<Long> ratios = to.stream()
                .map(sent -> sent.record().currency())
                .filter(Objects::nonNull)
                .map(currency -> ratio(sum(of, currency), sum(to, currency)))
                .filter(Objects::nonNull)
                .toList();
        return ratios.isEmpty() ? null : ratios.stream().mapToLong(r -> r).sum() / ratios.size();
    }

    private static @Nullable Long ratio(@Nullable Long of, @Nullable Long to) {
        if (to == null || to == 0) {
            return null;
        }
        return BigInteger.valueOf(of == null ? 0 : of)
                .multiply(BigInteger.valueOf(10_000))
                .divide(BigInteger.valueOf(to))
                .longValueExact();
    }

    private static int pointsOf(JsonNode attribute, @Nullable Long value) {
        for (JsonNode bin : attribute.path("bins")) {
            boolean forNone = bin.path("none").asBoolean(false);
            boolean holds = value == null
                    ? forNone
                    : !forNone
                            && value >= bin.path("from").asLong(Long.MIN_VALUE)
                            && value <= bin.path("to").asLong(Long.MAX_VALUE);
            if (holds) {
                return bin.path("points").intValue();
            }
        }
        throw new AssertionError("no bin of " + attribute.path("name") + " holds " + value);
    }

    private static List<Long> daysBefore(LocalDate day, List<Sent> seen) {
        return seen.stream()
                .map(sent -> ChronoUnit.DAYS.between(sent.day(), day))
                .toList();
    }

    private static long amount(Sent sent) {
        Long amount = sent.record().amountMinor();
        return amount == null ? 0 : amount;
    }

    private static @Nullable Long noneIfEmpty(long count) {
        return count == 0 ? null : count;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
