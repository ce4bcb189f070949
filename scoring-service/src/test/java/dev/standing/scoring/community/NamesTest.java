package dev.standing.scoring.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.identity.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesTest {
    private final Names names = new Names();

    @Test
    void agreeWithAMapWhateverTheNames() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, Integer> numbers = new HashMap<>();
        List<String> inOrder = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            String name = name(random);
            assertThat(names.find(name)).isEqualTo(numbers.getOrDefault(name, Names.NONE));
            if (!numbers.containsKey(name)) {
                assertThat(names.add(name)).isEqualTo(inOrder.size());
                numbers.put(name, inOrder.size());
                inOrder.add(name);
            }
        }
        assertThat(names.size()).isEqualTo(inOrder.size());
        for (int number = 0; number < inOrder.size(); number++) {
            assertThat(names.name(number)).isEqualTo(inOrder.get(number));
            assertThat(names.find(inOrder.get(number))).isEqualTo(number);
        }
    }

    /** Many short ones, so that some are there already; some as long as any, and beginnings of each other. */
    private static String name(Random random) {
        int length = random.nextBoolean() ? 1 + random.nextInt(3) : 1 + random.nextInt(Ids.MAX_LENGTH);
        StringBuilder name = new StringBuilder();
        while (name.length() < length) {
            name.append((char) ('a' + random.nextInt(26)));
        }
        return name.toString();
    }

    @Test
    void aNameIsAddedOnceAndHasABound() {
        names.add("ada");
        assertThatThrownBy(() -> names.add("ada")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> names.add("a".repeat(256))).isInstanceOf(IllegalArgumentException.class);
        assertThat(names.add("a".repeat(255))).isEqualTo(1);
        assertThat(names.name(1)).hasSize(255);
    }
}
