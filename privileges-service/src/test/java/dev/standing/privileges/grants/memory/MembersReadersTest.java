package dev.standing.privileges.grants.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.privileges.grants.Consent;
import dev.standing.privileges.grants.Member;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Readers beside the one that writes, while the table grows a thousandfold. */
class MembersReadersTest {
    private static final int MEMBERS = 20_000;
    private static final int ROUNDS = 6;

    private final Members members = new Members();
    private final AtomicInteger round = new AtomicInteger();

    @Test
    void aReaderSeesEachMemberWholeAndNeverAsTheyWereBefore() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> readers = IntStream.range(0, 3)
                    .mapToObj(seed -> threads.submit(reader(seed)))
                    .toList();
            for (int now = 1; now <= ROUNDS; now++) {
                for (int i = 0; i < MEMBERS; i++) {
                    members.put(Map.of("m" + i, member(i, now)));
                }
                round.set(now);
            }
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
        assertThat(members.size()).isEqualTo(MEMBERS);
    }

    private static Member member(int i, int round) {
        String partner = "partner-" + (i * 31 + round) % 977;
        return new Member(round, null, (long) i, null, List.of(), Map.of(partner, new Consent(round, true)), Map.of());
    }

    /** Says how many members it saw. */
    private Callable<Integer> reader(int seed) {
        return () -> {
            Random random = new Random(seed);
            int seen = 0;
            int before = 0;
            while (before < ROUNDS) {
                before = round.get();
                int i = random.nextInt(MEMBERS);
                Member member = members.find("m" + i);
                if (member != null) {
                    seen++;
                    assertThat(member).isEqualTo(member(i, (int) member.sequence()));
                    assertThat(member.sequence()).isGreaterThanOrEqualTo(before);
                } else {
                    assertThat(before).isZero();
                }
            }
            return seen;
        };
    }
}
