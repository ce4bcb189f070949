package dev.standing.ingest.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private static final int MAX = 20;

    @Test
    void linesAreTheSameWhateverThePiecesTheyComeIn() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String text = text(random);
            assertThat(split(text, random)).as("seed %d, %s", seed, text).isEqualTo(expected(text));
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLineAndABrokenOneStays() {
        assertThat(split("\uFEFFa\n\uFEFFb\n", new Random(7))).containsExactly("1:a", "2:\uFEFFb");
        assertThat(split("\uFEFF\n\uFEFF", new Random(7))).containsExactly("2:\uFEFF");
        assertThat(split("\uFEFF", new Random(7))).isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append("x".repeat(random.nextInt(MAX + 6))).append(random.nextInt(5) == 0 ? " " : "");
            text.append(i > 0 || random.nextBoolean() ? "\n" : "");
        }
        return text.toString();
    }

    private static List<String> split(String text, Random random) {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(MAX, new LineSplitter.Sink() {
            @Override
            public void line(long number, byte[] bytes, int from, int length) {
                lines.add(number + ":" + new String(bytes, from, length, StandardCharsets.UTF_8));
            }

            @Override
            public void tooLong(long number) {
                lines.add(number + " is too long");
            }
        });
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(30));
            splitter.feed(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        splitter.end();
        return lines;
    }

    private static List<String> expected(String text) {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.length() > MAX) {
                lines.add(number + " is too long");
            } else if (!line.isBlank()) {
                lines.add(number + ":" + line);
            }
        }
        return lines;
    }
}
