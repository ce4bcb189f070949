package dev.standing.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    private static final int ROUNDS = 20_000;

    /** Each behind so much ASCII that it lies at, before and over the border of a word. */
    private static void assertThatIs(boolean wellFormed, byte[] bytes) {
        for (int before = 0; before < 20; before++) {
            for (int after : new int[] {0, 1, 9}) {
                byte[] text = new byte[3 + before + bytes.length + after + 1];
                Arrays.fill(text, (byte) 'a');
                text[0] = (byte) 0x80;
                text[text.length - 1] = (byte) 0x80;
                System.arraycopy(bytes, 0, text, 3 + before, bytes.length);
                assertThat(Utf8.isWellFormed(text, 3, text.length - 4))
                        .as("%s, %d before, %d after", HexFormat.of().formatHex(bytes), before, after)
                        .isEqualTo(wellFormed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c1a4",
                "c080",
                "e080af",
                "e09fbf",
                "f08080af",
                "f08fbfbf",
                "eda080",
                "edbfbf",
                "eda080edb080",
                "f4908080",
                "f5808080",
                "fe",
                "ff",
                "80",
                "bf",
                "c3",
                "e282",
                "f09f98",
                "c3c3a9",
                "c328",
                "f8808080af",
                "fc80808080af"
            })
    void whatIsOverlongASurrogateBeyondAloneOrCutOffIsNot(String hex) {
        assertThatIs(false, HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u0000", "\u007f", "é", "߿", "ࠀ", "퟿", "\ue000", "\uffff", "😀", "\udbff\udfff"})
    void everyCharacterIs(String text) {
        assertThatIs(true, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anyBytesAreWhereThePlatformBringsThemBack() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            byte[] back = new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            assertThat(Utf8.isWellFormed(bytes, 0, bytes.length))
                    .as("seed %d, %s", seed, HexFormat.of().formatHex(bytes))
                    .isEqualTo(Arrays.equals(bytes, back));
        }
    }
}
