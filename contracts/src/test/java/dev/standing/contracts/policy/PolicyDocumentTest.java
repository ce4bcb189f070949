package dev.standing.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
    record Step(int from, @Nullable String note) {}

    record Ladder(String name, List<Step> steps) {}

    private static final String GOOD = """
            name: community
            steps:
              - {from: 1}
              - from: 2
                note: second
            """;

    @Test
    void documentBecomesItsRecord() {
        assertThat(read(GOOD).content())
                .isEqualTo(new Ladder("community", List.of(new Step(1, null), new Step(2, "second"))));
    }

    @Test
    void brokenRuleIsReportedWithItsLine() {
        assertThat(read(GOOD).invalid("steps[1].note", "is dull"))
                .hasMessage("ladder.yaml, line 5 (steps[1].note): is dull");
        assertThat(read(GOOD).invalid("steps[0].note", "is not there"))
                .hasMessage("ladder.yaml, line 3 (steps[0].note): is not there");
    }

    @Test
    void whatTheRulesRefuseIsReportedWithTheLineOfTheFieldItBeginsWith() {
        assertThat(read(GOOD).<Integer>meaning(ladder -> ladder.steps().size())).isEqualTo(2);
        assertThatThrownBy(() -> read(GOOD).meaning(ladder -> {
                    throw new IllegalArgumentException("steps[1].from is 2; allowed: 3");
                }))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessage("ladder.yaml, line 4: steps[1].from is 2; allowed: 3");
    }

    @Test
    void unknownFieldWrongTypeDoubledKeyAndMissingFieldAreRefusedWithTheirLine() {
        assertRefused(GOOD.replace("note: second", "remark: second"), "line 5 (steps[1].remark): no such field");
        assertRefused(GOOD.replace("from: 2", "from: 2.5"), "line 4 (steps[1].from)");
        assertRefused(GOOD.replace("from: 2", "from: \"2\""), "line 4 (steps[1].from)");
        assertRefused(GOOD + "name: again\n", "line 6 (name): is a duplicate");
        assertRefused("name: community\n", "line 1 (steps): is missing");
        assertRefused(GOOD.replace("from: 2", "from:"), "line 4 (steps[1].from)");
        assertRefused("name: [", "is not YAML");
    }

    record Switch(boolean on) {}

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "\"true\"", "yes", "1.0"})
    void onlyTrueAndFalseAreWords(String written) {
        assertThatThrownBy(() -> PolicyDocument.read("switch.yaml", "on: " + written, Switch.class))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("line 1 (on)")
                .hasMessageEndingWith("; allowed: true or false");
    }

    record Anything(JsonNode value) {}

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            off,        "off"
            on,         "on"
            no,         "no"
            yes,        "yes"
            y,          "y"
            true,       true
            FALSE,      false
            010,        10
            0o10,       8
            0x1F,       31
            0b11,       "0b11"
            +5,         5
            1_000,      "1_000"
            1e3,        1000.0
            .5,         0.5
            1:30,       "1:30"
            2026-01-01, "2026-01-01"
            "010",      "010"
            'true',     "true"
            P180D,      "P180D"
            9999999999, 9999999999
            99999999999999999999, 99999999999999999999
            """)
    void wordsAreWhatYaml12SaysThatTheyAre(String written, String meant) {
        assertThat(PolicyDocument.read("any.yaml", "value: " + written, Anything.class)
                        .content()
                        .value())
                .hasToString(meant);
    }

    @Test
    void nothingThatCannotBeReadIsToldInMoreThanALine() {
        assertRefused("name: " + "[".repeat(100_000), "line 1: is nested too deep");
        assertRefused("steps:\n" + "- ".repeat(100_000) + "1", "line 2: is nested too deep");
        assertRefused("name: a\nsteps: b\u0000c\n", "line 2: is not YAML: holds the character U+0000");
        assertRefused("name: &a b\nsteps: *a\n", "line 2 (steps): is an alias");
        assertRefused("name: !!binary aGVsbG8=\n", "line 1 (name): has a tag");
        assertRefused("? [name]\n: x\n", "has a key that is no word");
        assertRefused(GOOD + "---\n" + GOOD, "line 6: begins a second document");
        assertRefused("", "is empty");
        assertRefused("# nothing\n", "is empty");
    }

    @Test
    void specialCategoryIsRefusedWhereverItIsNamed() {
        assertRefused(GOOD.replace("second", "goes to church"), "line 5 (steps[1].note): names a special category");
        assertRefused(GOOD.replace("note", "health_index"), "line 5 (steps[1].health_index): names a special category");
    }

    private static void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private static PolicyDocument<Ladder> read(String yaml) {
        return PolicyDocument.read("ladder.yaml", yaml, Ladder.class);
    }
}
