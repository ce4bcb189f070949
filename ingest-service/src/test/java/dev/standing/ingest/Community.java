package dev.standing.ingest;

import static io.restassured.RestAssured.given;

import dev.standing.local.test.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A member and a partner of a test's own, with consent between them, made through the public routes. */
public record Community(String member, String partner) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The servers outlive a service that is started anew for a test of another configuration. */
    private static final String RUN = Long.toString(System.nanoTime(), 36);

    /** Ids alone, for tests that say the rest themselves. */
    public static Community named() {
        int number = NUMBER.incrementAndGet();
        return new Community("m-" + RUN + "-" + number, "p-" + RUN + "-" + number);
    }

    /** The member has joined and allows the partner to send records. */
    public static Community create() {
        Community community = named();
        community.join();
        community.consent(true);
        return community;
    }

    public void join() {
        given().auth()
                .oauth2(Tokens.operator())
                .put("/v1/members/" + member)
                .then()
                .statusCode(201);
    }

    public void withdraw() {
        consent(false);
    }

    private void consent(boolean granted) {
        given().auth()
                .oauth2(Tokens.member(member))
                .contentType(ContentType.JSON)
                .body("{\"granted\":" + granted + "}")
                .put("/v1/members/" + member + "/consents/records/" + partner)
                .then()
                .statusCode(200);
    }

    /** A good record of the member. */
    public String purchase(String id, long amountMinor) {
        return """
                {"id":"%s","member":"%s","kind":"purchase","occurredAt":"2025-11-01T10:00:00Z",\
                "amountMinor":%d,"currency":"USD","merchantCategory":"5735"}""".formatted(id, member, amountMinor);
    }

    /** The partner sends a record. */
    public Response send(String record) {
        return posts("/v1/records", "application/json", record);
    }

    /** The partner posts a text, in UTF-8 without a word of it. */
    public Response posts(String path, String type, String text) {
        return posts(path, type, text.getBytes(StandardCharsets.UTF_8));
    }

    public Response posts(String path, String type, byte[] body) {
        return given().auth()
                .oauth2(Tokens.partner(partner))
                .contentType(type)
                .body(body)
                .post(path);
    }

    /** The partner looks a record up. */
    public Response status(String id) {
        return given().auth().oauth2(Tokens.partner(partner)).get("/v1/records/" + id);
    }
}
