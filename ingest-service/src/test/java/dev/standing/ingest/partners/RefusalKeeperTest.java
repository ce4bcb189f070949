package dev.standing.ingest.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.admission.RefusalCount;
import dev.standing.ingest.admission.RefusalReason;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalKeeperTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final List<RefusalCount> waiting = new ArrayList<>();
    private final List<RefusalCount> written = new ArrayList<>();
    private final List<Database> asked = new ArrayList<>();
    private final RefusalKeeper keeper = new RefusalKeeper(this::take, waiting::addAll, this::write);

    /** A write that ends when the test has it end. */
    private record Database(Collection<RefusalCount> refusals, UniEmitter<? super Void> answer) {}

    @Test
    void aWriteThatHangsIsNeitherLostNorWrittenTwice() {
        waiting.add(refused(1));
        assertThatThrownBy(() -> keeper.keep().await().atMost(SOON)).isInstanceOf(TimeoutException.class);
        waiting.add(refused(2));
        assertThatThrownBy(() -> keeper.keep().await().atMost(SOON)).isInstanceOf(TimeoutException.class);
        assertThat(asked).as("one at a time").hasSize(1);

        succeed();
        Uni<Void> rest = keeper.keep();
        succeed();
        rest.await().atMost(SOON);

        assertThat(written).containsExactly(refused(1), refused(2));
        assertThat(waiting).isEmpty();
    }

    @Test
    void aWriteThatHangsAndThenFailsIsWrittenAgain() {
        waiting.add(refused(1));
        assertThatThrownBy(() -> keeper.keep().await().atMost(SOON)).isInstanceOf(TimeoutException.class);

        asked.removeFirst().answer().fail(new IllegalStateException("the connection broke"));
        assertThat(waiting).containsExactly(refused(1));
        Uni<Void> again = keeper.keep();
        succeed();
        again.await().atMost(SOON);

        assertThat(written).containsExactly(refused(1));
    }

    @Test
    void withoutRefusalsNothingIsWritten() {
        keeper.keep().await().atMost(SOON);

        assertThat(asked).isEmpty();
    }

    private List<RefusalCount> take() {
        List<RefusalCount> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    private Uni<Void> write(Collection<RefusalCount> refusals) {
        return Uni.createFrom().emitter(answer -> asked.add(new Database(refusals, answer)));
    }

    private void succeed() {
        Database first = asked.removeFirst();
        written.addAll(first.refusals());
        first.answer().complete(null);
    }

    private static RefusalCount refused(long times) {
        return new RefusalCount(new PartnerId("acme"), RefusalReason.FIELD, times);
    }
}
