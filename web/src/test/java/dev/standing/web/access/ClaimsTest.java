package dev.standing.web.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    @ParameterizedTest
    @ValueSource(strings = {"upn", "preferred_username", "sub", "iss", "jti"})
    void whatIsNoTextWhereATextIsReadIsRefusedByTheNameOfTheClaim(String claim) {
        for (String odd : new String[] {"4711", "true", "{\"id\":\"4711\"}", "[\"4711\"]"}) {
            refused(401, claim, odd);
        }
        taken(claim, "\"ada\"");
        taken(claim, "null");
    }

    @ParameterizedTest
    @CsvSource({"401, aud", "403, groups"})
    void listsAreOfTexts(int status, String claim) {
        for (String odd :
                new String[] {"4711", "true", "{\"id\":\"4711\"}", "[\"a\",4711]", "[null]", "[[\"4711\"]]"}) {
            refused(status, claim, odd);
        }
        taken(claim, "\"a b\"");
        taken(claim, "[\"a\",\"b\"]");
        taken(claim, "[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat", "nbf"})
    void timesAreNumbers(String claim) {
        for (String odd : new String[] {"\"4711\"", "true", "{\"id\":4711}", "[4711]"}) {
            refused(401, claim, odd);
        }
        taken(claim, "4711");
    }

    @Test
    void rolesAreMappedToNames() {
        for (String odd : new String[] {"4711", "[\"4711\"]", "{\"partner\":4711}", "{\"partner\":[\"4711\"]}"}) {
            refused(403, "roleMappings", odd);
        }
        taken("roleMappings", "{\"shop\":\"partner\"}");
    }

    @Test
    void whatIsNotReadMayBeAnything() {
        taken("shoe_size", "{\"left\":[46,\"47\"]}");
    }

    private static void taken(String claim, String value) {
        assertThatCode(() -> Claims.require(token(claim, value))).doesNotThrowAnyException();
    }

    private static void refused(int status, String claim, String value) {
        assertThatExceptionOfType(ProblemException.class)
                .as("%s %s", claim, value)
                .isThrownBy(() -> Claims.require(token(claim, value)))
                .extracting(ProblemException::problem)
                .matches(problem -> problem.status() == status)
                .extracting(Problem::detail)
                .asString()
                .contains("claim " + claim + " ", "allowed: ")
                .doesNotContain("4711");
    }

    private static String token(String claim, String value) {
        String claims = "{\"" + claim + "\":" + value + "}";
        return "head."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".signature";
    }
}
