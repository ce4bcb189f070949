package dev.standing.scoring.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.Topics;
import dev.standing.delivery.writer.Beat;
import dev.standing.local.test.TestStack;
import dev.standing.local.test.Tokens;
import dev.standing.scoring.Api;
import dev.standing.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No partner reads on for longer than the bound, whatever is down. */
@QuarkusTest
@TestProfile(WithdrawalIT.ShortBound.class)
class WithdrawalIT {
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final Wire wire = new Wire();
    private final String member = "w" + System.nanoTime();

    @BeforeEach
    void aMemberWhoLetsAcmeIn() {
        wire.recordsConsent(member, "acme", true, 1);
        wire.flush();
        Api.await(() -> read("acme").statusCode() == 200, "acme reads");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void withoutWordOfConsentsPartnersReadNobodyAndMembersReadOn() {
        Beat.holding(Topics.CONSENTS, this::assertUnheard);

        Api.await(() -> read("acme").statusCode() == 200, "acme reads again");
    }

    @Test
    void withoutTheBrokerToo() {
        TestStack.get().whileKafkaHangs(this::assertUnheard);

        Api.await(() -> read("acme").statusCode() == 200, "acme reads again");
    }

    /** The last word may still be on its way, and opens the door again for the rest of its bound. */
    private void assertUnheard() {
        Instant lastWordIsOld = Instant.now().plus(BOUND);
        Api.await(() -> Instant.now().isAfter(lastWordIsOld) && read("acme").statusCode() == 404, "acme reads nobody");
        assertThat(read("acme").jsonPath().getString("type")).isEqualTo("urn:standing:problem:consents-not-heard");
        assertThat(read("acme").asString())
                .isEqualTo(read("other").asString())
                .isEqualTo(Api.get(Tokens.partner("acme"), "/v1/members/nobody/score")
                        .asString());
        assertThat(Api.get(Tokens.member(member), "/v1/members/{m}/score", member)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.get(Tokens.operator(), "/v1/members/{m}/score", member).statusCode())
                .isEqualTo(200);
        assertThat(Api.get(Tokens.operator(), "/v1/members/nobody/score")
                        .jsonPath()
                        .getString("type"))
                .isEqualTo("urn:standing:problem:not-found");
    }

    private Response read(String partner) {
        return Api.get(Tokens.partner(partner), "/v1/members/{m}/score", member);
    }

    /** So that nobody waits for it. */
    public static final class ShortBound implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("standing.scoring.withdrawal-bound", BOUND.toString());
        }
    }
}
