package dev.standing.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
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
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAAA\"}]} | a key is not of the curve P-256, has no kid, or is not for ES256"
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
        assertThatThrownBy(() -> PublicKeys.read("{\"keys\":[" + key + "," + key + "]}"))
                .hasMessageContaining("two keys have the kid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"use\":\"enc\"             | 0",
                "\"use\":\"SIG\"             | 0",
                "\"alg\":\"ES384\"           | 0",
                "\"alg\":\"ECDH-ES\"         | 0",
                "\"key_ops\":[\"deriveKey\"] | 0",
                "\"key_ops\":[]              | 0",
                "\"key_ops\":[\"sign\"]      | 1",
                "\"key_ops\":[\"verify\"]    | 2",
                "\"use\":\"sig\"             | 2",
                "\"ext\":true                | 2"
            })
    void aKeyThatIsMeantForSomethingElseIsNotUsed(String said, int readers) {
        String bare = SigningKeys.withNew(null).replace(",\"use\":\"sig\",\"alg\":\"ES256\"", "");
        String set = bare.replace("\"kty\"", said + ",\"kty\"");

        assertThat(Stream.<Consumer<String>>of(SigningKeys::read, PublicKeys::read)
                        .filter(reader -> reads(reader, set)))
                .hasSize(readers);
        String good = SigningKeys.read(bare).published();
        String both = "{\"keys\":[" + set.substring(9, set.length() - 2) + "," + good.substring(9);
        assertThat(reads(PublicKeys::read, both)).isEqualTo(readers < 2);
    }

    private static boolean reads(Consumer<String> reader, String set) {
        try {
            reader.accept(set);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void aSetThatIsLongerThanAnyIsNotRead() {
        assertThatThrownBy(() -> PublicKeys.read(" ".repeat((1 << 20) + 1))).hasMessageContaining("longer than any");
    }
}
