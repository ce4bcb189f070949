package dev.standing.privileges.receipts.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever asks, and for whatever, the database is asked seldom. */
class LatelyShownTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final AtomicInteger lasts = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();
    private int last = 2;
    private final LatelyShown shown = new LatelyShown(this::last, this::read);

    private Uni<Integer> last() {
        lasts.incrementAndGet();
        return Uni.createFrom().item(last);
    }

    private Uni<String> read(int list) {
        lists.incrementAndGet();
        return Uni.createFrom().item("list " + list);
    }

    @Test
    void numbersThatAreNoListAreNotAskedFor() {
        long begun = System.nanoTime();
        IntStream.range(4, 100_000).forEach(list -> assertThat(shown(list)).isNull());

        assertThat(lists).hasValue(0);
        assertThat(lasts).hasValueLessThanOrEqualTo(secondsSince(begun) + 2);
    }

    @Test
    void eachListIsReadOnceASecondHoweverManyAsk() {
        long begun = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            assertThat(shown(i % 3)).isEqualTo("list " + i % 3);
        }

        assertThat(lists).hasValueLessThanOrEqualTo(3 * (secondsSince(begun) + 2));
    }

    @Test
    void theNextListIsThereBeforeItsFirstReceipt() {
        assertThat(shown(3)).isEqualTo("list 3");
        last = -1;
        assertThat(new LatelyShown(this::last, this::read).list(0).await().atMost(SOON))
                .isEqualTo("list 0");
    }

    @Test
    void aFailureIsNotRemembered() {
        AtomicInteger asked = new AtomicInteger();
        LatelyShown failing = new LatelyShown(
                () -> asked.incrementAndGet() == 1
                        ? Uni.createFrom().failure(new IllegalStateException("away"))
                        : Uni.createFrom().item(0),
                this::read);

        assertThatThrownBy(() -> failing.list(0).await().atMost(SOON)).hasMessageContaining("away");
        assertThat(failing.list(0).await().atMost(SOON)).isEqualTo("list 0");
    }

    private String shown(int list) {
        return shown.list(list).await().atMost(SOON);
    }

    private static int secondsSince(long begun) {
        return (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    }
}
