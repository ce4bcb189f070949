package dev.standing.scoring;

import static io.restassured.RestAssured.given;

import dev.standing.local.test.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** Questions to the running service. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Api() {}

    public static Response get(String token, String path, Object... parameters) {
        return given().auth().oauth2(token).when().get(path, parameters);
    }

    /** What the management interface answers. */
    public static Response management(String path) {
        return given().get(ConfigProvider.getConfig().getValue("test.management.url", String.class) + path);
    }

    public static JsonPath score(String member) {
        return get(Tokens.operator(), "/v1/members/{m}/score", member)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath explanation(String member) {
        return get(Tokens.operator(), "/v1/members/{m}/score/explanation", member)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Has everybody read anew; {@code query} is empty, or as {@code ?back=true}. */
    public static Response reevaluate(String query) {
        return given().auth().oauth2(Tokens.operator()).post("/v1/re-evaluations" + query);
    }

    public static boolean isKnown(String member) {
        return get(Tokens.operator(), "/v1/members/{m}/score", member).statusCode() == 200;
    }

    /** The score once all that was sent has had its effect. */
    public static JsonPath settledScore(String member) {
        awaitQuiet();
        return score(member);
    }

    public static void awaitQuiet() {
        await(() -> Wire.lag() == 0, "lag back to zero");
    }

    public static void await(Supplier<Boolean> condition, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
