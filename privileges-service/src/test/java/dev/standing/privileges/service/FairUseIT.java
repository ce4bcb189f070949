package dev.standing.privileges.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** A partner that calls too often waits, and nobody else does. */
@QuarkusTest
class FairUseIT {
    /** Three a second, as the settings of the tests say. */
    private static final String BUSY = "busy";

    private static final String CHECK = "{\"member\":\"m\",\"perk\":\"bandwidth\"}";

    @Test
    void beyondItsLimitAPartnerIsTold429AndWhenAndOthersAreAnswered() {
        Response first = Api.post(Tokens.partner(BUSY), CHECK);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"writes\";q=6;w=2");
        assertThat(first.header("RateLimit")).startsWith("\"writes\";r=5;t=");

        Response last = first;
        for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
            last = Api.post(Tokens.partner(BUSY), CHECK);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.contentType()).startsWith("application/problem+json");
        assertThat(last.jsonPath().getString("type")).isEqualTo("urn:standing:problem:too-often");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 2);
        assertThat(last.header("RateLimit")).startsWith("\"writes\";r=0;t=");
        assertThat(Api.post(Tokens.partner("quiet"), CHECK).statusCode()).isEqualTo(200);
        assertThat(Api.privileges(Tokens.partner(BUSY), "m").statusCode())
                .as("reads are counted by themselves")
                .isEqualTo(404);
    }

    @Test
    void membersAndOperatorsAreNotCounted() {
        Response answer = Api.privileges(Tokens.operator(), "m");

        assertThat(answer.headers().hasHeaderWithName("RateLimit")).isFalse();
    }
}
