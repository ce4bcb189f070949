package dev.standing.privileges.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConditionTest {
    private final ConditionCompiler compiler = new ConditionCompiler(
            new Fence(List.of("score", "base", "band", "tenureDays", "dimensions.history"), List.of("history")));

    @Test
    void thresholdsSayTheSameAsTheExpression() throws Exception {
        long seed = 5;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> conditions = List.of(
                "score >= 600",
                "600 < score && base >= 500 && tenureDays > 90",
                "dimensions.history >= 100 && 30 <= tenureDays",
                "band in [\"outstanding\", \"excellent\"]",
                "band == \"outstanding\" && score > 400");
        for (String text : conditions) {
            Condition condition = compiler.compile(text);
            assertThat(condition.thresholds()).as(text).isNotNull();
            for (int i = 0; i < 2_000; i++) {
                Facts facts = facts(random);
                assertThat(condition.holds(facts)).as("%s %s", text, facts).isEqualTo(condition.evaluate(facts));
            }
        }
    }

    @Test
    void whatIsNoConjunctionOfThresholdsIsJudgedByTheExpression() throws Exception {
        for (String text : List.of(
                "score >= 600 || base >= 600",
                "score - base > 10",
                "!(score < 600)",
                "band in [\"good\", \"outstanding\"]",
                "band != \"poor\"",
                "score >= base")) {
            assertThat(compiler.compile(text).thresholds()).as(text).isNull();
        }
        Facts facts = new Facts(610, 590, Band.GOOD, Band.FAIR, 1, new DimensionPoints(Map.of()));
        assertThat(compiler.compile("score - base > 10").holds(facts)).isTrue();
        assertThat(compiler.compile("band in [\"good\", \"outstanding\"]").holds(facts))
                .isTrue();
        assertThat(compiler.compile("score < base").holds(facts)).isFalse();
    }

    @Test
    void whatCannotBeEvaluatedDoesNotHold() throws Exception {
        Facts withoutDimensions = new Facts(610, 590, Band.GOOD, Band.FAIR, 0, new DimensionPoints(Map.of()));

        assertThat(compiler.compile("dimensions.history >= 0").holds(withoutDimensions))
                .isFalse();
        assertThat(compiler.compile("dimensions.history != 7").holds(withoutDimensions))
                .isFalse();
        assertThat(compiler.compile("score / tenureDays > 0").holds(withoutDimensions))
                .isFalse();
        assertThat(compiler.compile("score * 9223372036854775807 > 0").holds(withoutDimensions))
                .isFalse();
    }

    private static Facts facts(Random random) {
        return new Facts(
                random.nextInt(350, 951),
                random.nextInt(350, 951),
                Bands.ofRank(random.nextInt(5)),
                Bands.ofRank(random.nextInt(5)),
                random.nextInt(200),
                new DimensionPoints(random.nextBoolean() ? Map.of("history", random.nextInt(200)) : Map.of()));
    }
}
