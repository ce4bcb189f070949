package dev.standing.ingest.members;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.ingest.Community;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembersIT {
    private final String member = Community.named().member();

    private Response join(String token) {
        return given().auth().oauth2(token).put("/v1/members/" + member);
    }

    @Test
    void aPartnerIsAnsweredTheSameWhoeverHasJoined() {
        Response first = join(Tokens.partner("acme"));
        Response second = join(Tokens.partner("globex"));

        assertThat(first.statusCode()).isEqualTo(200).isEqualTo(second.statusCode());
        assertThat(first.asString()).isEqualTo(second.asString());
        assertThat(first.headers().asList()).isEqualTo(second.headers().asList());
    }

    @Test
    void anOperatorIsToldWhatIsNew() {
        assertThat(join(Tokens.operator()).statusCode()).isEqualTo(201);
        assertThat(join(Tokens.operator()).statusCode()).isEqualTo(200);
        assertThat(given().get(ConfigProvider.getConfig().getValue("test.management.url", String.class) + "/metrics")
                        .asString())
                .contains("standing_ingest_members_joined_total{application=\"ingest-service\",outcome=\"new\"}")
                .contains("standing_ingest_members_joined_total{application=\"ingest-service\",outcome=\"known\"}");
    }
}
