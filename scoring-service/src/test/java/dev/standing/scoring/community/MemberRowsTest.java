package dev.standing.scoring.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberRowsTest {
    private static final int MEMBERS = 5_000;
    private static final int DAY = 20_000;

    private final Random random = seeded();

    private static Random seeded() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    private MemberState any() {
        return new MemberState(
                new Basis(DAY - random.nextInt(3), "card/" + random.nextInt(2), random.nextBoolean() ? "" : "digest"),
                random.nextInt(4) == 0 ? Integer.MAX_VALUE : DAY + random.nextInt(4),
                random.nextBoolean(),
                random.nextInt(),
                random.ints(5).toArray(),
                random.nextInt(5) == 0 ? null : "PAID-LATE=" + random.nextInt(10),
                orNull(random.nextInt(DAY)),
                orNull(random.nextInt(951)),
                random.nextBoolean() ? random.nextLong() : random.nextInt(10));
    }

    private @Nullable Integer orNull(int value) {
        return random.nextInt(5) == 0 ? null : (Integer) value;
    }

    @Test
    void whatIsPutIsGotToTheLetter() {
        MemberRows rows = new MemberRows();
        List<MemberState> plain = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            plain.add(any());
            assertThat(rows.add(plain.get(i))).isEqualTo(i);
        }
        for (int change = 0; change < MEMBERS; change++) {
            int i = random.nextInt(MEMBERS);
            plain.set(i, any());
            rows.put(i, plain.get(i));
        }

        assertThat(rows.size()).isEqualTo(MEMBERS);
        for (int i = 0; i < MEMBERS; i++) {
            MemberState state = plain.get(i);
            assertThat(rows.get(i)).usingRecursiveComparison().isEqualTo(state);
            assertThat(rows.base(i)).isEqualTo(state.base());
            assertThat(rows.isKnown(i)).isEqualTo(state.known());
            assertThat(rows.standsOn(i, DAY)).isEqualTo(state.standsOn(DAY));
        }
        Basis basis = new Basis(DAY, "card/1", "");
        assertThat(rows.notOn(basis))
                .hasSizeBetween(1, MEMBERS - 1)
                .containsExactly(IntStream.range(0, MEMBERS)
                        .filter(i -> !stands(plain.get(i), basis))
                        .toArray());
    }

    private static boolean stands(MemberState state, Basis basis) {
        return state.basis().scorecard().equals(basis.scorecard())
                && state.basis().discounted().equals(basis.discounted())
                && state.basis().day() <= basis.day()
                && (basis.day() < state.until() || state.basis().day() == basis.day());
    }
}
