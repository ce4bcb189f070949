package dev.standing.acceptance.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.stack.http.Answer;
import java.util.ArrayList;
import java.util.List;

/** What a refusal has to look like. */
final class Problems {
    /** What would show our insides. */
    private static final List<String> INSIDES =
            List.of("dev.standing", "com.fasterxml", "java.lang", "Exception", "\tat ", "jakarta.", "SQL", "incident");

    private Problems() {}

    /** A problem as RFC 9457 has it, that shows nothing of our insides. */
    static void assertProper(Answer answer) {
        assertThat(answer.isProblem())
                .as("%s: %s", answer.type(), answer.body())
                .isTrue();
        JsonNode problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("type").asText()).as("%s", problem).isNotEmpty();
        assertThat(problem.path("title").asText()).as("%s", problem).isNotEmpty();
        INSIDES.forEach(word -> assertThat(answer.body()).doesNotContain(word));
    }

    /** A problem with a violation of this field that says what is allowed. */
    static void assertNames(Answer answer, String field) {
        assertProper(answer);
        List<String> fields = new ArrayList<>();
        answer.json().path("violations").forEach(violation -> {
            fields.add(violation.path("field").asText());
            assertThat(violation.path("allowed").asText()).as("%s", violation).isNotEmpty();
        });
        assertThat(fields).as("%s", answer.body()).contains(field);
        assertThat(answer.body()).hasSizeLessThan(4_000);
    }
}
