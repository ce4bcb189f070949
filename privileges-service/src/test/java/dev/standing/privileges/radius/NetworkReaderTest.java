package dev.standing.privileges.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.policy.InvalidPolicy;
import dev.standing.contracts.policy.PolicyText;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.PerkPolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkReaderTest {
    private static final String POLICY = "classpath:policies/community.yaml";
    private static final String GOOD =
            "{name: WISPr-Bandwidth-Max-Down, vendor: 14122, type: 8, perk: bandwidth, benefit: downMbps, bitsPerSecond: 1000000}";

    private final PerkPolicy policy = PerkPolicyReader.read(POLICY, PolicyText.read("policy", POLICY));

    @Test
    void whatShipsTellsBandwidthsInBitsPerSecondAndNobody() {
        Network network =
                NetworkReader.read("network", PolicyText.read("network", "classpath:policies/network.yaml"), policy);

        assertThat(network.attributes())
                .extracting(attribute -> attribute.name() + " " + attribute.of(0) + " " + attribute.of(2))
                .containsExactly(
                        "WISPr-Bandwidth-Max-Down 50000000 1000000000", "WISPr-Bandwidth-Max-Up 10000000 200000000");
        assertThat(network.servers()).isEmpty();
    }

    @Test
    void moreThanThirtyTwoBitsAreTheMostThatTheyCanSay() {
        Network network = read(GOOD.replace("1000000}", "1000000000}"), "");

        assertThat(network.attributes().getFirst().of(2)).isEqualTo(4_294_967_295L);
    }

    @ParameterizedTest
    @CsvSource({
        "WISPr-Bandwidth-Max-Down, reply:Name, attributes[0].name",
        "perk: bandwidth, perk: broadband, attributes[0].perk",
        "downMbps, sideMbps, attributes[0].benefit",
        "'perk: bandwidth, benefit: downMbps', 'perk: hotel, benefit: depositPercent', attributes[0].benefit",
        "vendor: 14122, vendor: 0, attributes[0].vendor",
        "type: 8, type: 256, attributes[0].type",
        "1000000}, 0}, attributes[0].bitsPerSecond"
    })
    void whatIsWrongIsNamedByItsPlace(String good, String bad, String place) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad), ""))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining(place);
    }

    @Test
    void aServersSecretIsReadAndNeverSaid(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "xyzzy\n");
        Network network = read(GOOD, server(secret));

        AccessServer server = network.server("acme", "10.20.0.1");
        assertThat(server).isEqualTo(new AccessServer("10.20.0.1", 3799, "xyzzy"));
        assertThat(network.toString()).contains("10.20.0.1:3799").doesNotContain("xyzzy");
        assertThat(network.server("other", "10.20.0.1")).isNull();
        assertThatThrownBy(() -> read(GOOD, server(folder.resolve("missing"))))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("servers[0].secretFile");
    }

    private static String server(Path secret) {
        return "{partner: acme, address: 10.20.0.1, port: 3799, secretFile: \"" + secret + "\"}";
    }

    private Network read(String attribute, String server) {
        return NetworkReader.read("network", "attributes: [" + attribute + "]\nservers: [" + server + "]\n", policy);
    }
}
