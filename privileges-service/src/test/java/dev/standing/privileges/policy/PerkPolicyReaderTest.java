package dev.standing.privileges.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.policy.InvalidPolicy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PerkPolicyReaderTest {
    private static final String GOOD = """
            name: sample
            version: 1
            dimensions: [history, capacity]
            perks:
              - name: line
                title: Line
                credit: false
                uses: [base, band, dimensions.history]
                benefits: {speed: {unit: Mbit/s, better: more}, deposit: {unit: percent, better: less}}
                tiers:
                  - name: baseline
                    benefits: {speed: 50, deposit: 100}
                  - name: fast
                    when: base >= 600 && dimensions.history > 80
                    requires: [{perk: loan, tier: some}]
                    benefits: {speed: 100, deposit: 50}
              - name: loan
                title: Loan
                credit: true
                uses: [base, band]
                limits: {currency: USD, fromMonths: 1, throughMonths: 24}
                tiers:
                  - name: baseline
                    limits: [{fromMonths: 1, throughMonths: 24, maxAmountMinor: 100}]
                  - name: some
                    when: band in ["good", "excellent", "outstanding"]
                    limits:
                      - {fromMonths: 1, throughMonths: 12, maxAmountMinor: 1000}
                      - {fromMonths: 13, throughMonths: 24, maxAmountMinor: 500}
            """;

    @Test
    void aPolicyThatIsRightIsRead() {
        PerkPolicy policy = PerkPolicyReader.read("sample.yaml", GOOD);

        assertThat(policy.perks()).extracting(Perk::name).containsExactly("line", "loan");
        assertThat(policy.dimensions()).containsExactly("history");
        assertThat(policy.perks().getFirst().grace()).isEqualTo(java.time.Duration.ofDays(14));
    }

    @Test
    void theCommunityPolicyIsRead() {
        assertThat(Policies.community().perks())
                .extracting(Perk::name)
                .containsExactly("bandwidth", "bike-hire", "hotel", "car-hire", "fast-track", "personal-loan");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsRefusedWithItsLine(String what, String from, String to, int line, String says) {
        assertThat(GOOD).contains(from);

        assertThatThrownBy(() -> PerkPolicyReader.read("sample.yaml", GOOD.replace(from, to)))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageMatching("sample.yaml, line " + line + "[: ].*")
                .hasMessageContaining(says);
    }

    static Stream<Arguments> faults() {
        String when = "when: base >= 600 && dimensions.history > 80";
        String fast = "benefits: {speed: 100, deposit: 50}";
        String loanUses = "uses: [base, band]";
        String secondTerm = "- {fromMonths: 13, throughMonths: 24, maxAmountMinor: 500}";
        return Stream.of(
                fault("input outside the fence", when, "when: score >= 600", 14, "undeclared reference to 'score'"),
                fault("dimension outside the fence", when, "when: dimensions.capacity > 1", 14, "undeclared reference"),
                fault("unknown input in uses", loanUses, "uses: [base, shoeSize]", 20, "unknown input 'shoeSize'"),
                fault("unknown dimension in uses", loanUses, "uses: [dimensions.luck]", 20, "dimensions.capacity"),
                fault("band without score or base", "uses: [base, band, dim", "uses: [band, dim", 8, "whose band"),
                fault("unknown band", "\"good\", ", "\"superb\", ", 26, "unknown band 'superb'"),
                fault(
                        "bands by the alphabet",
                        "band in [\"good\", \"excellent\", \"outstanding\"]",
                        "band >= \"good\"",
                        26,
                        "allowed: ==, != and in"),
                fault("not a condition", when, "when: base + 1", 14, "expected type 'bool'"),
                fault("broken condition", when, "when: base >=", 14, "condition 'base >='"),
                fault("a loop", when, "when: '[1, 2].all(x, x < base)'", 14, "undeclared reference"),
                fault(
                        "too long a condition",
                        when,
                        "when: base >= 600" + " && base >= 600".repeat(40),
                        14,
                        "condition"),
                fault("threshold off the scale", when, "when: base >= 951", 14, "met by everybody or by nobody"),
                fault(
                        "threshold at the foot of the scale",
                        when,
                        "when: base >= 350",
                        14,
                        "met by everybody or by nobody"),
                fault("special category", "title: Line", "title: Religion line", 6, "special category"),
                fault("benefit below baseline", fast, "benefits: {speed: 40}", 16, "speed is 40, worse than 50"),
                fault("deposit above baseline", fast, "benefits: {deposit: 101}", 16, "deposit is 101, worse than 100"),
                fault("unknown benefit", fast, "benefits: {sped: 100}", 16, "unknown benefit [sped]"),
                fault(
                        "baseline says too little",
                        "benefits: {speed: 50, deposit: 100}",
                        "benefits: {speed: 50}",
                        12,
                        "baseline does not state 'deposit'"),
                fault(
                        "missing baseline",
                        "- name: baseline\n        benefits",
                        "- name: baseline\n        when: base > 400\n        benefits",
                        11,
                        "baseline is missing"),
                fault(
                        "tier without a condition",
                        "when: band in [\"good\", \"excellent\", \"outstanding\"]\n",
                        "text: Free\n",
                        25,
                        "tier has no condition"),
                fault(
                        "no tiers",
                        "tiers:\n      - name: baseline\n        limits: [{fromMonths: 1, throughMonths: 24, maxAmountMinor: 100}]\n",
                        "tiers: []\n    x:\n",
                        23,
                        "no such field"),
                fault(
                        "gap of terms",
                        secondTerm,
                        "- {fromMonths: 14, throughMonths: 24, maxAmountMinor: 500}",
                        29,
                        "gap of terms: begins at 14"),
                fault(
                        "overlap of terms",
                        secondTerm,
                        "- {fromMonths: 12, throughMonths: 24, maxAmountMinor: 500}",
                        29,
                        "overlap of terms"),
                fault(
                        "gap at the end",
                        secondTerm,
                        "- {fromMonths: 13, throughMonths: 23, maxAmountMinor: 500}",
                        27,
                        "gap of terms: ends at 23"),
                fault(
                        "limit below baseline",
                        secondTerm,
                        "- {fromMonths: 13, throughMonths: 24, maxAmountMinor: 99}",
                        29,
                        "less than 100 of tier 'baseline'"),
                fault(
                        "negative limit",
                        secondTerm,
                        "- {fromMonths: 13, throughMonths: 24, maxAmountMinor: -1}",
                        29,
                        "value is -1"),
                fault("unknown currency", "currency: USD", "currency: XYZ", 21, "ISO 4217"),
                fault("unknown required perk", "perk: loan,", "perk: lone,", 15, "unknown perk 'lone'"),
                fault("unknown required tier", "tier: some}", "tier: sum}", 15, "tier 'sum'"),
                fault("requires a baseline", "tier: some}", "tier: baseline}", 15, "above the baseline"),
                fault(
                        "cycle",
                        "when: band in [",
                        "requires: [{perk: line, tier: fast}]\n        when: band in [",
                        26,
                        "requires this one in turn"),
                fault(
                        "requires over the fence",
                        "uses: [base, band, dimensions.history]",
                        "uses: [base, dimensions.history]",
                        15,
                        "uses [band], which this perk does not"),
                fault(
                        "bands of two things",
                        "uses: [base, band, dimensions.history]",
                        "uses: [score, base, band, dimensions.history]",
                        15,
                        "one perk's band is of the score, the other's of the base"),
                fault("credit not said", "    credit: true\n", "", 17, "credit is missing; allowed: true"),
                fault("not credit not said", "    credit: false\n", "", 5, "credit is missing; allowed: true"),
                fault("limits that are no credit", "credit: true", "credit: false", 19, "limits say what is lent"),
                fault(
                        "credit by the score",
                        loanUses,
                        "uses: [score, base, band]",
                        20,
                        "credit may not use 'score', which friends move; allowed: [base, band, tenureDays"),
                fault("credit by the band of the score", loanUses, "uses: [band]", 20, "allowed: base beside it"),
                fault("perk named twice", "- name: loan", "- name: line", 17, "'line' is used twice"),
                fault("tier named twice", "- name: fast", "- name: baseline", 13, "'baseline' is used twice"),
                fault("no title", "title: Line", "text: Line", 5, "text is missing"),
                fault("unknown field", "title: Line", "tittle: Line", 6, "no such field"),
                fault("odd name", "name: loan", "name: Loan 1", 17, "'Loan 1'"),
                fault("negative grace", "title: Line", "title: Line\n    grace: -P1D", 7, "grace is"),
                fault(
                        "benefit without direction",
                        "{unit: Mbit/s, better: more}",
                        "{unit: Mbit/s}",
                        9,
                        "which way is better"),
                fault("version zero", "version: 1", "version: 0", 2, "value is 0"),
                fault("doubled key", "version: 1", "version: 1\nversion: 2", 3, "uplicate"));
    }

    private static Arguments fault(String what, String from, String to, int line, String says) {
        return Arguments.of(what, from, to, line, says);
    }

    @Test
    void aConditionTooCostlyIsRefused() {
        List<String> costly = List.of(
                "(".repeat(60) + "base > 400" + ")".repeat(60), "base + 1".repeat(1) + " + 1".repeat(110) + " > 400");

        for (String condition : costly) {
            assertThatThrownBy(() -> PerkPolicyReader.read(
                            "sample.yaml",
                            GOOD.replace("when: base >= 600 && dimensions.history > 80", "when: " + condition)))
                    .isInstanceOf(InvalidPolicy.class)
                    .hasMessageContaining("line 14");
        }
    }
}
