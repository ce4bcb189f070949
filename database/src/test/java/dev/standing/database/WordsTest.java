package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words();

    @Test
    void aWordIsAlwaysItselfAndMostlyTheSameInstance() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String word = "word-" + random.nextInt(5_000) + (random.nextInt(10) == 0 ? "-früh-✓" : "");
            byte[] padded = ("<" + word + ">").getBytes(StandardCharsets.UTF_8);
            assertThat(words.of(padded, 1, padded.length - 1)).isEqualTo(word);
        }
        assertThat(word("again")).isSameAs(word("again"));
        assertThat(word("")).isEmpty();
    }

    private String word(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        return words.of(utf8, 0, utf8.length);
    }
}
