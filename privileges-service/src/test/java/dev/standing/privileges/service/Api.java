package dev.standing.privileges.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.local.test.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls as a partner, a member or an operator makes them. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Api() {}

    static Response post(String token, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/checks");
    }

    /** What the management interface answers. */
    static Response management(String path) {
        return given().get(ConfigProvider.getConfig().getValue("test.management.url", String.class) + path);
    }

    static JsonPath check(String partner, String member, String perk, String context) {
        Response response = post(
                Tokens.partner(partner),
                "{\"member\":\"" + member + "\",\"perk\":\"" + perk + "\",\"context\":" + context + "}");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    static JsonPath check(String partner, String member, String perk) {
        return check(partner, member, perk, "{}");
    }

    /** What is answered, but for the id, which is each check's own. */
    static String told(String partner, String member, String perk) {
        return check(partner, member, perk).prettify().replaceFirst("\"id\": \"[0-9a-f-]{36}\"", "");
    }

    static Response privileges(String token, String member) {
        return given().auth().oauth2(token).get("/v1/members/{member}/privileges", member);
    }

    /** One perk of what a member holds, as JSON; null where the member is not known. */
    static String held(String member, String perk, String field) {
        Response response = privileges(Tokens.operator(), member);
        return response.statusCode() == 200
                ? Objects.requireNonNullElse(
                        response.jsonPath().getString("privileges.find { it.perk == '" + perk + "' }." + field), "")
                : "";
    }

    static void awaitHeld(String member, String perk, String field, Predicate<String> fits) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < deadline) {
            last = held(member, perk, field);
            if (fits.test(last)) {
                return;
            }
            pause();
        }
        throw new AssertionError(member + "'s " + perk + "." + field + " stayed '" + last + "'");
    }

    static void awaitTier(String member, String perk, String tier) {
        awaitHeld(member, perk, "tier", tier::equals);
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
