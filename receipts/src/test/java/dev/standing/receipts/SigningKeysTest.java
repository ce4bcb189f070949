package dev.standing.receipts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeysTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                  | it is not a JWK set",
                "{}                                                  | it is not a JWK set",
                "{\"keys\":[]}                                       | the first key, which signs, has no private part",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAAA\"}]} | a key is not of the curve P-256, or has no kid"
            })
    void whatIsNoSetOfSuchKeysIsRefused(String set, String told) {
        assertThatThrownBy(() -> SigningKeys.read(set))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(told);
    }

    @Test
    void theFirstKeyNeedsItsPrivatePartAndOneThatFits() {
        SigningKeys keys = new Office().keys;
        assertThatThrownBy(() -> SigningKeys.read(keys.published())).hasMessageContaining("no private part");

        String set = SigningKeys.withNew(null);
        String other = SigningKeys.withNew(null).replaceFirst(".*\"d\":\"([^\"]*)\".*", "$1");
        assertThatThrownBy(() -> SigningKeys.read(set.replaceFirst("\"d\":\"[^\"]*\"", "\"d\":\"" + other + "\"")))
                .hasMessageContaining("do not fit");
    }

    @Test
    void anIdIsOfOneKey() {
        String key = SigningKeys.withNew(null).replaceFirst("^\\{\"keys\":\\[(.*)\\]\\}$", "$1");
        assertThatThrownBy(() -> SigningKeys.read("{\"keys\":[" + key + "," + key + "]}"))
                .hasMessageContaining("two keys have the kid");
    }
}
