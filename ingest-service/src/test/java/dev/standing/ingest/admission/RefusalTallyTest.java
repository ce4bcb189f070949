package dev.standing.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.identity.PartnerId;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalTallyTest {
    private static final PartnerId ACME = new PartnerId("acme");

    private final LongAdder lost = new LongAdder();
    private final RefusalTally tally = new RefusalTally(lost::add);

    @Test
    void whatIsTakenIsGoneAndWhatIsGivenBackComesAgain() {
        tally.add(ACME, RefusalReason.FIELD, 1);
        tally.add(ACME, RefusalReason.FIELD, 1);

        List<RefusalCount> taken = tally.take();
        assertThat(taken).containsExactly(new RefusalCount(ACME, RefusalReason.FIELD, 2));
        assertThat(tally.take()).isEmpty();

        tally.add(ACME, RefusalReason.FIELD, 1);
        tally.giveBack(taken);
        assertThat(tally.take()).containsExactly(new RefusalCount(ACME, RefusalReason.FIELD, 3));
    }

    @Test
    void howeverManyPartnersThereAreItStaysSmallAndCountsThoseOnThatItKnows() {
        for (int i = 0; i <= RefusalTally.MOST + 5; i++) {
            tally.add(new PartnerId("p-" + i), RefusalReason.KIND, 1);
        }
        tally.add(new PartnerId("p-0"), RefusalReason.KIND, 1);

        assertThat(tally.take())
                .hasSize(RefusalTally.MOST)
                .contains(new RefusalCount(new PartnerId("p-0"), RefusalReason.KIND, 2));
        assertThat(lost.sum()).isEqualTo(6);
    }

    @Test
    void whatIsGivenBackAndFindsNoRoomIsSaidToBeLost() {
        tally.add(ACME, RefusalReason.FIELD, 7);
        List<RefusalCount> taken = tally.take();
        for (int i = 0; i < RefusalTally.MOST; i++) {
            tally.add(new PartnerId("p-" + i), RefusalReason.KIND, 1);
        }

        tally.giveBack(taken);

        assertThat(tally.take()).hasSize(RefusalTally.MOST);
        assertThat(lost.sum()).isEqualTo(7);
    }

    @Test
    void nothingIsLostOrDoubledWhileOthersCount() throws InterruptedException {
        List<Thread> counting = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> LongStream.range(0, 50_000)
                        .forEach(i -> tally.add(ACME, RefusalReason.CONSENT, 1))))
                .limit(2)
                .toList();
        counting.forEach(Thread::start);
        long taken = 0;
        while (counting.stream().anyMatch(Thread::isAlive)) {
            taken += sum(tally.take());
        }
        for (Thread each : counting) {
            each.join();
        }

        assertThat(taken + sum(tally.take())).isEqualTo(100_000);
    }

    private static long sum(List<RefusalCount> counts) {
        return counts.stream().mapToLong(RefusalCount::times).sum();
    }
}
