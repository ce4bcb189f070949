package dev.standing.acceptance.receipts;

import static dev.standing.stack.Service.PRIVILEGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.acceptance.client.Behaviour;
import dev.standing.acceptance.client.Standing;
import dev.standing.acceptance.client.Who;
import dev.standing.acceptance.suite.Suites;
import dev.standing.stack.Await;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A landlord who knows nobody here verifies what a member shows. */
@ResourceLock(Suites.SHARED)
class ReceiptIT {
    private static final String LANDLORD = "https://landlord.example";
    private static final String REVOKED = "ended with 1 and said: Not valid. It was revoked.";

    private final Suite suite = Suites.shared();
    private final Standing standing = new Standing(suite);
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String member = "receipt-" + mark;
    private final String shop = "receipt-shop-" + mark;

    @Test
    void a_landlord_believes_a_receipt_until_its_member_revokes_it(@TempDir Path folder) throws IOException {
        standing.join(member, shop);
        standing.send(shop, Behaviour.paid("r-" + mark, member, "payment.on-time", 3, 100));
        JsonNode issued = Await.until("a receipt", Standing.SOON, this::ask, answer -> answer.status() == 201)
                .json();
        String text = issued.path("receipt").asText();
        Path receipt = Files.writeString(folder.resolve("receipt"), text);
        Path less = Files.writeString(
                folder.resolve("less"), text.substring(0, text.lastIndexOf('~', text.length() - 2) + 1));
        Path keys = got("/.well-known/jwks.json", folder.resolve("keys"));
        Path status = got("/v1/receipts/status/0", folder.resolve("status"));

        assertThat(verify(receipt, LANDLORD)).startsWith("Valid. ").contains("band ", "perks.bike-hire ");
        assertThat(verify(less, LANDLORD)).startsWith("Valid. ");
        assertThat(verify(receipt, LANDLORD, "--keys", keys.toString(), "--status", status.toString()))
                .startsWith("Valid. ");
        assertThatThrownBy(() -> verify(receipt, "https://other.example"))
                .hasMessageContaining("ended with 1 and said: Not valid. It is for another audience");
        assertThatThrownBy(() -> verify(receipt, LANDLORD, "--status", keys.toString()))
                .hasMessageContaining("ended with 3");

        standing.as(Who.member(member))
                .delete(
                        PRIVILEGES,
                        "/v1/members/" + member + "/receipts/"
                                + issued.path("id").asText())
                .expect(204);

        Await.pause(Duration.ofSeconds(2));
        assertThatThrownBy(() -> verify(receipt, LANDLORD)).hasMessageContaining(REVOKED);
        assertThatThrownBy(() -> verify(less, LANDLORD)).hasMessageContaining(REVOKED);
    }

    private Answer ask() {
        return standing.as(Who.member(member))
                .post(
                        PRIVILEGES,
                        "/v1/members/" + member + "/receipts",
                        Map.of("audience", LANDLORD, "disclose", List.of("band", "score", "perks.bike-hire")));
    }

    private String verify(Path receipt, String audience, String... more) {
        return suite.command(
                Stream.concat(Stream.of("verify", receipt.toString(), "--audience", audience), Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private Path got(String path, Path file) throws IOException {
        return Files.writeString(
                file, new Client(suite, null).get(PRIVILEGES, path).expect(200).body());
    }
}
