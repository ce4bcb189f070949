package dev.standing.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameHashTest {
    private static final BigInteger PRIME = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);

    private final Random random = new Random(61);

    /** The polynomial as it is written down. */
    private static BigInteger plain(byte[] name, long point) {
        BigInteger hash = BigInteger.valueOf(name.length);
        for (int from = 0; from < name.length; from += 7) {
            BigInteger word = new BigInteger(1, Arrays.copyOfRange(name, from, Math.min(name.length, from + 7)));
            hash = hash.add(word).multiply(BigInteger.valueOf(point)).mod(PRIME);
        }
        return hash;
    }

    private byte[] name() {
        byte[] name = new byte[1 + random.nextInt(80)];
        random.nextBytes(name);
        return name;
    }

    @Test
    void itIsThePolynomialWhateverTheNameAndThePoint() {
        for (int i = 0; i < 20_000; i++) {
            long point = i % 3 == 0 ? PRIME.longValue() - 1 - i : random.nextLong() & PRIME.longValue();
            byte[] name = name();

            long hash = new NameHash(point).of(name, 0, name.length);

            assertThat(BigInteger.valueOf(hash).mod(PRIME)).isEqualTo(plain(name, point));
            byte[] within = new byte[name.length + 2];
            System.arraycopy(name, 0, within, 1, name.length);
            assertThat(new NameHash(point).of(within, 1, name.length)).isEqualTo(hash);
        }
    }

    @Test
    void noTwoInstancesAgree() {
        byte[] name = name();

        assertThat(new NameHash().of(name, 0, name.length)).isNotEqualTo(new NameHash().of(name, 0, name.length));
    }
}
