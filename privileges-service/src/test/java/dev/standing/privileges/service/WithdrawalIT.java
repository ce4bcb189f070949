package dev.standing.privileges.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.Topics;
import dev.standing.delivery.writer.Beat;
import dev.standing.delivery.writer.Bench;
import dev.standing.local.test.TestStack;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No partner sees on for longer than the bound, whatever is down. */
@QuarkusTest
@TestProfile(WithdrawalIT.ShortBound.class)
class WithdrawalIT {
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final Wire wire = new Wire();
    private final String member = "m-" + UUID.randomUUID();

    @Inject
    MovableClock clock;

    @BeforeEach
    void aMemberWhoShowsToAcme() throws Exception {
        wire.consent(member, "acme", 1, true);
        wire.score(member, 1, 613);
        Api.awaitTier(member, "bike-hire", "no-deposit");
        Bench.await("acme sees the member", () -> tier("acme").equals("no-deposit"));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void withoutWordOfConsentsPartnersAreAnsweredAsOfNobodyAndMembersReadOn() {
        Beat.holding(Topics.CONSENTS, this::assertUnheard);

        Bench.await("acme sees the member again", () -> tier("acme").equals("no-deposit"));
        Bench.await("acme reads the member again", () -> privileges("acme").statusCode() == 200);
    }

    @Test
    void withoutTheBrokerToo() {
        TestStack.get().whileKafkaHangs(this::assertUnheard);

        Bench.await("acme sees the member again", () -> tier("acme").equals("no-deposit"));
    }

    /** For the member may contest what cost it. */
    @Test
    void withoutWordOfDisputesNoPrivilegeEnds() throws Exception {
        wire.score(member, 2, 500);
        Api.awaitHeld(member, "bike-hire", "until", until -> !until.isEmpty());

        Beat.holding(Topics.DISPUTES, () -> {
            pause(BOUND.plusSeconds(1));
            clock.advance(Duration.ofDays(15));
            pause(Duration.ofSeconds(1)); // ten sweeps
            assertThat(Api.held(member, "bike-hire", "tier")).isEqualTo("no-deposit");
        });

        Api.awaitTier(member, "bike-hire", "baseline");
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last word may still be on its way, and opens the door again for the rest of its bound. */
    private void assertUnheard() {
        Instant lastWordIsOld = Instant.now().plus(BOUND);
        Bench.await(
                "acme is answered the baseline",
                () -> Instant.now().isAfter(lastWordIsOld) && tier("acme").equals("baseline"));
        assertThat(Api.check("acme", member, "bike-hire").getString("reasons[0].code"))
                .isEqualTo("consents-not-heard");
        assertThat(Api.told("acme", member, "hotel"))
                .isEqualTo(Api.told("acme", "nobody", "hotel"))
                .isEqualTo(Api.told("other", member, "hotel"));
        assertThat(privileges("acme").statusCode()).isEqualTo(404);
        assertThat(privileges("acme").jsonPath().getString("type"))
                .isEqualTo("urn:standing:problem:consents-not-heard");
        assertThat(privileges("acme").asString())
                .isEqualTo(privileges("other").asString())
                .isEqualTo(Api.privileges(Tokens.partner("acme"), "nobody").asString());
        assertThat(Api.privileges(Tokens.member(member), member).statusCode()).isEqualTo(200);
        assertThat(Api.privileges(Tokens.operator(), member).statusCode()).isEqualTo(200);
        assertThat(Api.management("/health/ready").statusCode()).isEqualTo(200);
    }

    private String tier(String partner) {
        return Api.check(partner, member, "bike-hire").getString("tier");
    }

    private Response privileges(String partner) {
        return Api.privileges(Tokens.partner(partner), member);
    }

    /** So that nobody waits for it. */
    public static final class ShortBound implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("standing.privileges.withdrawal-bound", BOUND.toString());
        }
    }
}
