package dev.standing.privileges.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.privileges.receipts.issuer.IssuerAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerAddressTest {
    private final IssuerAddress converter = new IssuerAddress();

    @Test
    void aSlashAtTheEndIsNotDoubledLater() {
        assertThat(converter.convert(" https://privileges.example/ "))
                .isEqualTo(URI.create("https://privileges.example"));
        assertThat(converter.convert("https://example.org/standing")).hasPath("/standing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "privileges.example",
                "ftp://privileges.example",
                "https:///path",
                "https://a b",
                "https://a?b",
                "https://a#b",
                "https://user@a"
            })
    void whatPathsCannotBeAddedToIsRefused(String value) {
        assertThatThrownBy(() -> converter.convert(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an address as https://");
    }
}
