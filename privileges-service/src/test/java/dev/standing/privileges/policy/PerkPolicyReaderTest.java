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
    private static final String GOOD =
            """
            name: sample
            version: 1
            dimensions: [history, capacity]
            perks:
              - name: line
                title: Line
                uses: [score, dimensions.history]
                benefits: {speed: {unit: Mbit/s, better: more}, deposit: {unit: percent, better: less}}
                tiers:
                  - name: baseline
                    benefits: {speed: 50, deposit: 100}
                  - name: fast
                    when: score >= 600 && dimensions.history > 80
                    requires: [{perk: loan, tier: some}]
                    benefits: {speed: 100, deposit: 50}
              - name: loan
                title: Loan
                uses: [score, band]
                limits: {currency: USD, fromMonths: 1, throughMonths: 24}
                tiers:
                  - name: baseline
                    limits: [{fromMonths: 1, throughMonths: 24, maxAmountMinor: 100}]
                  - name: some
                    when: band in ["good", "excellent", "outstanding"]
                    limits:
                      - {fromMonths: 1, throughMonths: 12, maxAmountMinor: 1000}
                      - {fromMonths: 13, throughMonths: 24, maxAmountMinor: 500}
            """.replace("uses: [score, dimensions.history]", "uses: [score, band, dimensions.history]");

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
        String when = "when: score >= 600 && dimensions.history > 80";
        String fast = "benefits: {speed: 100, deposit: 50}";
        String loanUses = "uses: [score, band]";
        String secondTerm = "- {fromMonths: 13, throughMonths: 24, maxAmountMinor: 500}";
        return Stream.of(
                fault("input outside the fence", when, "when: base >= 600", 13, "undeclared reference to 'base'"),
                fault("dimension outside the fence", when, "when: dimensions.capacity > 1", 13, "undeclared reference"),
                fault("unknown input in uses", loanUses, "uses: [score, shoeSize]", 18, "unknown input 'shoeSize'"),
                fault("unknown dimension in uses", loanUses, "uses: [dimensions.luck]", 18, "dimensions.capacity"),
                fault("band without score or base", "uses: [score, band, dim", "uses: [band, dim", 7, "whose band"),
                fault("unknown band", "\"good\", ", "\"superb\", ", 24, "unknown band 'superb'"),
                fault(
                        "bands by the alphabet",
                        "band in [\"good\", \"excellent\", \"outstanding\"]",
                        "band >= \"good\"",
                        24,
                        "allowed: ==, != and in"),
                fault("not a condition", when, "when: score + 1", 13, "expected type 'bool'"),
                fault("broken condition", when, "when: score >=", 13, "condition 'score >='"),
                fault("a loop", when, "when: '[1, 2].all(x, x < score)'", 13, "undeclared reference"),
                fault(
                        "too long a condition",
                        when,
                        "when: score >= 600" + " && score >= 600".repeat(40),
                        13,
                        "condition"),
                fault("threshold off the scale", when, "when: score >= 951", 13, "met by everybody or by nobody"),
                fault(
                        "threshold at the foot of the scale",
                        when,
                        "when: score >= 350",
                        13,
                        "met by everybody or by nobody"),
                fault("special category", "title: Line", "title: Religion line", 6, "special category"),
                fault("benefit below baseline", fast, "benefits: {speed: 40}", 15, "speed is 40, worse than 50"),
                fault("deposit above baseline", fast, "benefits: {deposit: 101}", 15, "deposit is 101, worse than 100"),
                fault("unknown benefit", fast, "benefits: {sped: 100}", 15, "unknown benefit [sped]"),
                fault(
                        "baseline says too little",
                        "benefits: {speed: 50, deposit: 100}",
                        "benefits: {speed: 50}",
                        11,
                        "baseline does not state 'deposit'"),
                fault(
                        "missing baseline",
                        "- name: baseline\n        benefits",
                        "- name: baseline\n        when: score > 400\n        benefits",
                        10,
                        "baseline is missing"),
                fault(
                        "tier without a condition",
                        "when: band in [\"good\", \"excellent\", \"outstanding\"]\n",
                        "text: Free\n",
                        23,
                        "tier has no condition"),
                fault(
                        "no tiers",
                        "tiers:\n      - name: baseline\n        limits: [{fromMonths: 1, throughMonths: 24, maxAmountMinor: 100}]\n",
                        "tiers: []\n    x:\n",
                        21,
                        "no such field"),
                fault(
                        "gap of terms",
                        secondTerm,
                        "- {fromMonths: 14, throughMonths: 24, maxAmountMinor: 500}",
                        27,
                        "gap of terms: begins at 14"),
                fault(
                        "overlap of terms",
                        secondTerm,
                        "- {fromMonths: 12, throughMonths: 24, maxAmountMinor: 500}",
                        27,
                        "overlap of terms"),
                fault(
                        "gap at the end",
                        secondTerm,
                        "- {fromMonths: 13, throughMonths: 23, maxAmountMinor: 500}",
                        25,
                        "gap of terms: ends at 23"),
                fault(
                        "limit below baseline",
                        secondTerm,
                        "- {fromMonths: 13, throughMonths: 24, maxAmountMinor: 99}",
                        27,
                        "less than 100 of tier 'baseline'"),
                fault(
                        "negative limit",
                        secondTerm,
                        "- {fromMonths: 13, throughMonths: 24, maxAmountMinor: -1}",
                        27,
                        "value is -1"),
                fault("unknown currency", "currency: USD", "currency: XYZ", 19, "ISO 4217"),
                fault("unknown required perk", "perk: loan,", "perk: lone,", 14, "unknown perk 'lone'"),
                fault("unknown required tier", "tier: some}", "tier: sum}", 14, "tier 'sum'"),
                fault("requires a baseline", "tier: some}", "tier: baseline}", 14, "above the baseline"),
                fault(
                        "cycle",
                        "when: band in [",
                        "requires: [{perk: line, tier: fast}]\n        when: band in [",
                        24,
                        "requires this one in turn"),
                fault(
                        "requires over the fence",
                        "uses: [score, band, dimensions.history]",
                        "uses: [score, dimensions.history]",
                        14,
                        "uses [band], which this perk does not"),
                fault("perk named twice", "- name: loan", "- name: line", 16, "'line' is used twice"),
                fault("tier named twice", "- name: fast", "- name: baseline", 12, "'baseline' is used twice"),
                fault("no title", "title: Line", "text: Line", 5, "text is missing"),
                fault("unknown field", "title: Line", "tittle: Line", 6, "no such field"),
                fault("odd name", "name: loan", "name: Loan 1", 16, "'Loan 1'"),
                fault("negative grace", "title: Line", "title: Line\n    grace: -P1D", 7, "grace is"),
                fault(
                        "benefit without direction",
                        "{unit: Mbit/s, better: more}",
                        "{unit: Mbit/s}",
                        8,
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
                "(".repeat(60) + "score > 400" + ")".repeat(60), "score + 1".repeat(1) + " + 1".repeat(110) + " > 400");

        for (String condition : costly) {
            assertThatThrownBy(() -> PerkPolicyReader.read(
                            "sample.yaml",
                            GOOD.replace("when: score >= 600 && dimensions.history > 80", "when: " + condition)))
                    .isInstanceOf(InvalidPolicy.class)
                    .hasMessageContaining("line 13");
        }
    }
}
