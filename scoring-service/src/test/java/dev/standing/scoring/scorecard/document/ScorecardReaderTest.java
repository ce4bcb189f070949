package dev.standing.scoring.scorecard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import dev.standing.contracts.policy.InvalidPolicy;
import dev.standing.scoring.scorecard.Attribute;
import dev.standing.scoring.scorecard.Dimension;
import dev.standing.scoring.scorecard.PartnerReliability;
import dev.standing.scoring.scorecard.Reason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScorecardReaderTest {
    private static final String SMALL = """
            name: small
            version: 1
            rationale: the least that is a scorecard
            startPoints: 350
            bands: {fair: 550, good: 600, excellent: 650, outstanding: 700}
            dimensions:
              history: {mostPoints: 210, rationale: a}
              capacity: {mostPoints: 150, rationale: b}
              behaviour: {mostPoints: 120, rationale: c}
              identity: {mostPoints: 90, rationale: d}
              connections: {mostPoints: 30, rationale: e}
            inputs:
              - {name: kept, measure: {type: count, kinds: [payment.on-time], windowInDays: 30}}
              - {name: due, measure: {type: count, kinds: [payment.on-time, payment.late], windowInDays: 30}}
            attributes:
              - name: kept-share
                dimension: history
                measure: {type: ratio, of: kept, to: due}
                rationale: r
                reason: {code: R1, text: t}
                bins: [{none: true, points: 210}, {from: 0, to: 9999, points: 0}, {from: 10000, points: 210}]
              - name: paid
                dimension: capacity
                measure: {type: sum, currency: USD, kinds: [payment.on-time], windowInDays: 365}
                rationale: r
                reason: {code: R2, text: t}
                bins: [{none: true, points: 0}, {from: 0, points: 150}]
              - name: groceries
                dimension: behaviour
                measure: {type: share, kinds: [purchase], share: [groceries], windowInDays: 365}
                rationale: r
                reason: {code: R3, text: t}
                bins: [{none: true, points: 120}, {from: 0, points: 120}]
              - name: known
                dimension: identity
                measure: {type: tenure}
                rationale: r
                reason: {code: R4, text: t}
                bins: [{none: true, points: 0}, {from: 0, points: 90}]
              - name: partners
                dimension: connections
                measure: {type: partners, windowInDays: 365}
                rationale: r
                reason: {code: R5, text: t}
                bins: [{none: true, points: 0}, {from: 1, to: 1, points: 10}, {from: 2, points: 30}]
            """;

    private static final String DISCOUNT =
            "partnerReliability: {figureFrom: 500, discount: 10000, rationale: r, reason: {code: R9, text: t}}\n";

    private final ScorecardReader reader = new ScorecardReader(BehaviourCatalogue.load());

    @Test
    void scorecardThatShipsIsValidAndWeighsAsPublished() {
        // Given, when
        PublishedScorecard community = Scorecards.community();

        // Then
        assertThat(community.scorecard().mostByDimension())
                .containsEntry(Dimension.HISTORY, 210)
                .containsEntry(Dimension.CAPACITY, 150)
                .containsEntry(Dimension.BEHAVIOUR, 120)
                .containsEntry(Dimension.IDENTITY, 90)
                .containsEntry(Dimension.CONNECTIONS, 30);
        assertThat(community.scorecard().attributes())
                .extracting(Attribute::mostPoints)
                .allMatch(most -> most > 0);
        assertThat(community.document().path("attributes")).hasSize(19);
    }

    @Test
    void ratiosComeAfterWhatTheyRefer() {
        assertThat(reader.read("small", SMALL).scorecard().measures())
                .extracting(named -> named.name())
                .containsSubsequence("kept", "due", "kept-share");
    }

    @Test
    void evidenceCountsWholeUnlessTheScorecardSaysOtherwise() {
        assertThat(Scorecards.community().scorecard().partnerReliability()).isNull();
        assertThat(reader.read("small", SMALL + DISCOUNT).scorecard().partnerReliability())
                .isEqualTo(new PartnerReliability(500, 10_000, new Reason("R9", "t"), "r"));
        assertThat(reader.read("small", SMALL + DISCOUNT).document().at("/partnerReliability/figureFrom"))
                .hasToString("500");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void faultIsRefusedWithItsLine(String fault, String from, String to, int line, String message) {
        // Given
        assertThat(SMALL).contains(from);
        String faulty = SMALL.replace(from, to);

        // When, then
        assertThatThrownBy(() -> reader.read("small.yaml", faulty))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageStartingWith("small.yaml, line " + line + " ")
                .hasMessageContaining(message);
    }

    private static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "gap",
                        "{from: 1, to: 1, points: 10}, {from: 2,",
                        "{from: 1, to: 1, points: 10}, {from: 3,",
                        45,
                        "gap"),
                Arguments.of(
                        "overlap",
                        "{from: 1, to: 1, points: 10}, {from: 2,",
                        "{from: 1, to: 2, points: 10}, {from: 2,",
                        45,
                        "overlaps"),
                Arguments.of(
                        "first bin too high",
                        "bins: [{none: true, points: 0}, {from: 1,",
                        "bins: [{none: true, points: 0}, {from: 2,",
                        45,
                        "gap"),
                Arguments.of(
                        "end missing", "{from: 2, points: 30}", "{from: 2, to: 9, points: 30}", 45, "leaves a gap"),
                Arguments.of(
                        "no data missing",
                        "bins: [{none: true, points: 0}, {from: 1,",
                        "bins: [{from: 1,",
                        45,
                        "without data"),
                Arguments.of(
                        "no data twice",
                        "{none: true, points: 210}",
                        "{none: true, points: 210}, {none: true, points: 2}",
                        21,
                        "second bin"),
                Arguments.of("bin of neither sort", "{none: true, points: 210}", "{points: 1}", 21, "neither"),
                Arguments.of(
                        "negative points",
                        "{from: 0, to: 9999, points: 0}",
                        "{from: 0, to: 9999, points: -1}",
                        21,
                        "points"),
                Arguments.of(
                        "backward bin",
                        "{from: 0, to: 9999, points: 0}",
                        "{from: 0, to: -5, points: 0}",
                        21,
                        "allowed: 0 or more"),
                Arguments.of(
                        "circle",
                        "name: kept, measure: {type: count, kinds: [payment.on-time], windowInDays: 30}",
                        "name: kept, measure: {type: ratio, of: kept-share, to: due}",
                        13,
                        "circle: kept > kept-share > kept"),
                Arguments.of("unknown measure", "of: kept,", "of: keptt,", 18, "no measure here"),
                Arguments.of(
                        "unknown kind", "kinds: [purchase]", "kinds: [purchases]", 30, "Maybe 'purchase' is meant"),
                Arguments.of("unknown group", "share: [groceries]", "share: [gems]", 30, "no category group"),
                Arguments.of(
                        "special category", "share: [groceries]", "share: [religious-goods]", 30, "special category"),
                Arguments.of(
                        "special category in a text",
                        "reason: {code: R3, text: t}",
                        "reason: {code: R3, text: their church}",
                        32,
                        "special category"),
                Arguments.of(
                        "reason untrue of those without data",
                        "{none: true, points: 120}",
                        "{none: true, points: 0}",
                        28,
                        "noDataReason"),
                Arguments.of("name twice", "- name: known", "- name: paid", 34, "second time"),
                Arguments.of("reason twice", "code: R5", "code: R4", 44, "second time"),
                Arguments.of("unknown dimension", "dimension: identity", "dimension: identities", 35, "identity"),
                Arguments.of("unknown type", "type: tenure", "type: age", 36, "recency, tenure or ratio"),
                Arguments.of(
                        "window missing",
                        "{type: partners, windowInDays: 365}",
                        "{type: partners}",
                        42,
                        "windowInDays"),
                Arguments.of(
                        "window too long",
                        "{type: partners, windowInDays: 365}",
                        "{type: partners, windowInDays: 9999}",
                        42,
                        "3653"),
                Arguments.of(
                        "window without meaning",
                        "{type: tenure}",
                        "{type: tenure, windowInDays: 3}",
                        36,
                        "no meaning"),
                Arguments.of("field unknown", "{type: tenure}", "{type: tenure, unit: days}", 36, "no such field"),
                Arguments.of("field missing", "reason: {code: R5, text: t}", "reason: {code: R5}", 44, "is missing"),
                Arguments.of(
                        "points not adding up",
                        "capacity: {mostPoints: 150",
                        "capacity: {mostPoints: 151",
                        8,
                        "can earn 150"),
                Arguments.of("start elsewhere", "startPoints: 350", "startPoints: 300", 4, "allowed: 350"),
                Arguments.of("currency missing", "currency: USD, ", "", 24, "has no 'currency'"),
                Arguments.of("no currency", "currency: USD", "currency: USB", 24, "allowed: each, for a sum in each"),
                Arguments.of(
                        "unlike amounts in a bin",
                        "currency: USD",
                        "currency: each",
                        24,
                        "allowed where there are bins"),
                Arguments.of(
                        "currency without meaning",
                        "{type: tenure}",
                        "{type: tenure, currency: USD}",
                        36,
                        "no meaning"),
                Arguments.of(
                        "unlike amounts in a ratio",
                        "{type: count, kinds: [payment.on-time], windowInDays: 30}",
                        "{type: sum, currency: each, kinds: [payment.on-time], windowInDays: 30}",
                        18,
                        "has no 'severalCurrencies', which a ratio of sums in each currency needs; allowed: mean-by-records"),
                Arguments.of(
                        "unknown rule for several currencies",
                        "of: kept, to: due}",
                        "of: kept, to: due, severalCurrencies: add}",
                        18,
                        "is 'add', allowed: mean-by-records"),
                Arguments.of(
                        "rule for several currencies without amounts",
                        "of: kept, to: due}",
                        "of: kept, to: due, severalCurrencies: mean-by-records}",
                        18,
                        "a sum whose currency is each"),
                Arguments.of(
                        "figure that everybody has",
                        "rationale: the least",
                        DISCOUNT.replace("500", "0") + "rationale: the least",
                        3,
                        "is 0, allowed: 1 to 10000 basis points. Maybe a share is meant: 500 are 5 %"),
                Arguments.of(
                        "more taken than there is",
                        "rationale: the least",
                        DISCOUNT.replace("10000", "10001") + "rationale: the least",
                        3,
                        "is 10001, allowed"),
                Arguments.of(
                        "reason of an attribute for partners",
                        "rationale: the least",
                        DISCOUNT.replace("R9", "R5") + "rationale: the least",
                        3,
                        "second time"),
                Arguments.of(
                        "partners without rationale",
                        "rationale: the least",
                        DISCOUNT.replace("rationale: r, ", "") + "rationale: the least",
                        3,
                        "is missing"),
                Arguments.of("bands falling", "good: 600", "good: 500", 5, "over 550"));
    }

    @Test
    void sumsInDifferentCurrenciesAreNotDivided() {
        String faulty = SMALL.replace(
                        "{type: count, kinds: [payment.on-time], ",
                        "{type: sum, currency: EUR, kinds: [payment.on-time], ")
                .replace(
                        "{type: count, kinds: [payment.on-time, ",
                        "{type: sum, currency: USD, kinds: [payment.on-time, ");

        assertThatThrownBy(() -> reader.read("small.yaml", faulty))
                .hasMessageStartingWith("small.yaml, line 18 ")
                .hasMessageContaining("divides EUR by USD, allowed: sums in the same currency");
    }

    @Test
    void totalOtherThanSixHundredIsRefused() {
        // Given a dimension that agrees with its attributes, and a total that does not
        String faulty = SMALL.replace("{mostPoints: 90,", "{mostPoints: 80,")
                .replace("{from: 0, points: 90}", "{from: 0, points: 80}");

        // When, then
        assertThatThrownBy(() -> reader.read("small.yaml", faulty))
                .hasMessageStartingWith("small.yaml, line 6 ")
                .hasMessageContaining("590");
    }
}
