package dev.standing.delivery.writer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final int MOST = 20_000;

    private final BatchSize batchSize = new BatchSize(MOST);

    @ParameterizedTest
    @CsvSource({"100000, 20000", "40000, 20000", "8000, 8000", "2000, 2000", "50, 50", "1, 1"})
    void aBatchTakesASecondAtMostWhateverTheMachineDoes(int perSecond, int most) {
        for (int i = 0; i < 100; i++) {
            work(batchSize.now(), perSecond);
        }
        assertThat(batchSize.now()).isBetween(Math.max(1, most / 4), most);
    }

    @Test
    void aMachineThatIsSlowForAWhileIsNotTakenForASlowOneForEver() {
        work(batchSize.now(), 10);
        work(batchSize.now(), 10);
        assertThat(batchSize.now()).isEqualTo(250);

        for (int i = 0; i < 10; i++) {
            work(batchSize.now(), 100_000);
        }
        assertThat(batchSize.now()).isEqualTo(MOST);
    }

    @Test
    void littleThatIsQuicklyDoneTellsNothing() {
        int before = batchSize.now();

        work(before - 1, 100_000);

        assertThat(batchSize.now()).isEqualTo(before);
    }

    @Test
    void whoWantsATransactionForEachMessageGetsIt() {
        BatchSize single = new BatchSize(1);
        single.took(1, Duration.ofMillis(1));
        single.took(1, Duration.ofMinutes(1));

        assertThat(single.now()).isEqualTo(1);
    }

    private void work(int messages, int perSecond) {
        batchSize.took(messages, Duration.ofNanos(1_000_000_000L * messages / perSecond));
    }
}
