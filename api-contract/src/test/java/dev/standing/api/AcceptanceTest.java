package dev.standing.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.stack.Service;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may take the place of what was accepted; seeded into a small description, and into one of ours. */
class AcceptanceTest {
    private static final String CHANGELOG = """
            ## [Unreleased]

            - The score's field `band` is
              gone from history.

            ## [1.0]

            - Members have no mood any more.
            """;

    private static final String SMALL = """
            openapi: 3.0.3
            info: {title: small, version: "1"}
            paths:
              /v1/things:
                get:
                  parameters:
                    - {name: sort, in: query, required: false, schema: {type: string, enum: [up, down]}}
                  responses:
                    "200":
                      description: things
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Thing"}
                    "404": {description: none}
              /v1/others:
                get:
                  responses:
                    "204": {description: done}
            components:
              schemas:
                Thing:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    mood: {type: string, enum: [good, bad]}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a field is gone | `mood: {type: string, enum: [good, bad]}\n` | ``",
                "a field has another type       | id: {type: string}           | id: {type: integer}",
                "a field need not be there      | required: [id]               | required: []",
                "a word is no longer taken      | enum: [up, down]             | enum: [up]",
                "a word is new to who reads     | enum: [good, bad]            | enum: [good, bad, ugly]",
                "a parameter has to be there    | required: false              | required: true",
                "a route is gone                | /v1/others:                  | /v1/some:",
                "a method is another            | `/v1/others:\n    get:`      | `/v1/others:\n    post:`",
                "an answer is of another type   | application/json:            | text/plain:"
            })
    void whatBreaksIsFound(String what, String before, String after) {
        String changed = replaced(SMALL, before, after);

        assertThat(Breaking.between(SMALL, changed)).as(what).isNotEmpty();
        assertThat(new Acceptance(true, null, CHANGELOG).objection(SMALL, changed))
                .startsWith("It breaks callers");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "a field is new           | id: {type: string}  | `id: {type: string}\n        at: {type: string}`",
                "a route is new           | `  /v1/others:`     | `  /v1/more: {get: {responses: {'204': {description: done}}}}\n  /v1/others:`",
                "a parameter may be there | `parameters:`       | `parameters:\n        - {name: most, in: query, schema: {type: integer}}`",
                "other words              | description: things | description: all things"
            })
    void whatBreaksNobodyHasToBeWrittenAndNoMore(String what, String before, String after) {
        String changed = replaced(SMALL, before, after);

        assertThat(Breaking.between(SMALL, changed)).as(what).isEmpty();
        assertThat(new Acceptance(false, null, CHANGELOG).objection(SMALL, changed))
                .contains(Acceptance.WRITE);
        assertThat(new Acceptance(true, null, CHANGELOG).objection(SMALL, changed))
                .isEmpty();
    }

    @Test
    void whatIsTheSameNeedsNothing() {
        assertThat(new Acceptance(false, null, "").objection(SMALL, SMALL)).isEmpty();
        assertThat(new Acceptance(true, null, "").objection("", SMALL)).isEmpty();
    }

    @Test
    void whatIsMeantToBreakIsSaidInTheChangelogOfTheNextRelease() {
        String changed = replaced(SMALL, "required: false", "required: true");

        assertThat(objection("The score's field `band` is gone from history.", true, changed))
                .isEmpty();
        assertThat(objection("The score's field `band` is gone from history.", false, changed))
                .contains(Acceptance.WRITE);
        assertThat(objection("Members have no mood any more.", true, changed)).isNotEmpty();
        assertThat(objection("history", true, changed)).isNotEmpty();
        assertThat(objection(null, true, changed)).isNotEmpty();
    }

    @Test
    void aFieldThatIsGoneFromOneOfOursIsFound() {
        String accepted = ApiDocument.of(Service.SCORING).text();
        String changed = replaced(accepted, "        inForce:\n          type: boolean\n", "");

        assertThat(Breaking.between(accepted, changed.replace("      - inForce\n", "")))
                .contains("inForce");
    }

    private static String objection(@Nullable String words, boolean write, String changed) {
        return new Acceptance(write, words, CHANGELOG).objection(SMALL, changed);
    }

    private static String replaced(String text, String before, String after) {
        assertThat(text).contains(before);
        return text.replace(before, after);
    }
}
