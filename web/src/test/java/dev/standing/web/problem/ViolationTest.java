package dev.standing.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ViolationTest {
    @Test
    void aLongValueIsCutBetweenCharactersAndNeverInOne() {
        for (int before = 60; before < 66; before++) {
            String value =
                    Objects.requireNonNull(new Violation("id", "x".repeat(before) + "😀".repeat(20), "an id").value());

            assertThat(value).endsWith("…").hasSizeLessThanOrEqualTo(65);
            assertThat(value.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
        }
    }

    @Test
    void aLongNameOfAFieldIsCutToo() {
        assertThat(new Violation("x".repeat(50_000), "1", "no such field").field())
                .hasSize(65);
    }
}
