package dev.standing.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.receipts.Verdict.Accepted;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** So many receipts in bad hands: {@code -Dreceipts.mutations=1000000} for more. */
class MutationsTest {
    private static final int COUNT = Integer.getInteger("receipts.mutations", 4_000);
    private static final List<Mutation> MUTATIONS = List.of(Mutation.values());

    private final long seed = Long.getLong("receipts.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Office office = new Office();
    private final String receipt = office.receipt();
    private final String other = office.receipt();
    private final String status = office.status(false);

    @Test
    void noMutatedReceiptIsAcceptedAndNoneIsTooMuch() {
        Map<Mutation, Integer> refused = new EnumMap<>(Mutation.class);
        int legal = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < COUNT; i++) {
            Mutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
            String mutated = mutation.of(receipt, other, office.keys, random);
            boolean isLegal = Mutation.isLegal(mutated, receipt);
            Verdict verdict = verify(mutated, Office.LANDLORD, Office.NOON, status);
            assertThat(verdict instanceof Accepted)
                    .as("seed %s, %s of %s: %s came to %s", seed, mutation, receipt, mutated, verdict)
                    .isEqualTo(isLegal);
            if (isLegal) {
                legal++;
            } else {
                refused.merge(mutation, 1, Integer::sum);
            }
        }
        System.out.printf(
                "Mutations: %,d in %,d ms, seed %d; %,d were a holder's right, refused %s%n",
                COUNT, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), seed, legal, refused);
        assertThat(refused.keySet()).containsAll(MUTATIONS);
        assertThat(legal).isPositive();
    }

    /** Untouched, but shown to somebody else, too late, too early, or after it was revoked. */
    @Test
    void noReceiptIsAcceptedOutOfPlaceOrTime() {
        String revoked = office.status(true);
        for (int i = 0; i < COUNT / 20; i++) {
            Instant late = Office.NOON.plus(Office.LIFE).plusSeconds(60 + random.nextInt(100_000_000));
            Instant early = Office.NOON.minusSeconds(61 + random.nextInt(100_000_000));
            String audience = Mutation.CHARACTER.of(Office.LANDLORD, "", office.keys, random);
            assertThat(verify(receipt, Office.LANDLORD, late, status)).isNotInstanceOf(Accepted.class);
            assertThat(verify(receipt, Office.LANDLORD, early, status)).isNotInstanceOf(Accepted.class);
            assertThat(verify(receipt, Office.LANDLORD, Office.NOON, revoked)).isNotInstanceOf(Accepted.class);
            assertThat(verify(receipt, audience, Office.NOON, status) instanceof Accepted)
                    .isEqualTo(audience.equals(Office.LANDLORD));
        }
    }

    private Verdict verify(String text, String audience, Instant at, String list) {
        try {
            return office.verify(text, audience, at, list);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ": a crash by " + text, e);
        }
    }
}
