package dev.standing.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
        assertRefused(GOOD + "name: again\n", "line 6");
        assertRefused("name: community\n", "line 1 (steps): is missing");
        assertRefused(GOOD.replace("from: 2", "from:"), "line 4 (steps[1].from)");
        assertRefused("name: [", "is not YAML");
    }

    @Test
    void specialCategoryIsRefusedWhereverItIsNamed() {
        assertRefused(GOOD.replace("second", "goes to church"), "line 5 (steps[1].note): names a special category");
        assertRefused(GOOD.replace("note", "health_index"), "line 5 (steps[1].health_index): names a special category");
    }

    private static void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidPolicy.class).hasMessageContaining(message);
    }

    private static PolicyDocument<Ladder> read(String yaml) {
        return PolicyDocument.read("ladder.yaml", yaml, Ladder.class);
    }
}
