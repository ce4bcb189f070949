package dev.standing.privileges.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.privileges.checks.Check;
import dev.standing.privileges.checks.CheckAnswer;
import dev.standing.privileges.checks.Loans;
import dev.standing.privileges.decisions.Line.Entry;
import dev.standing.privileges.policy.Policies;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {
    private final Line line = new Line(3, 2);

    @Test
    void whoIsWaitedForGoesFirstAndTheOthersInOrder() throws InterruptedException {
        Entry first = other();
        Entry second = other();
        Entry loan = urgent();
        List.of(first, second, loan)
                .forEach(entry -> assertThat(line.add(entry)).isTrue());

        assertThat(line.take()).containsExactly(loan, first);
        line.letGo();
        assertThat(line.take()).containsExactly(second);
    }

    @Test
    void itTakesNoMoreThanItIsLongThoseOnTheirWayIncluded() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(line.add(other())).isTrue();
            assertThat(line.add(urgent())).isTrue();
        }
        assertThat(line.add(other())).isFalse();
        assertThat(line.add(urgent())).isFalse();

        line.take();
        assertThat(line.add(urgent())).isFalse();
        line.letGo();
        assertThat(line.add(urgent())).isTrue();
        assertThat(line.add(other())).isFalse();
        assertThat(line.size()).isEqualTo(5);
    }

    @Test
    void whatIsGivenBackIsFirstAgainButForWhomNobodyWaitsForAnyMore() throws InterruptedException {
        Entry first = other();
        Entry second = other();
        Entry third = other();
        line.add(first);
        line.add(second);
        List<Entry> taken = line.take();
        line.add(third);
        line.giveBack(taken);
        assertThat(line.take()).containsExactly(first, second);
        line.letGo();
        line.add(urgent());

        line.giveBack(line.take());

        assertThat(line.take()).containsExactly(third);
    }

    @Test
    void closedItTakesInNobodyAndGivesOutWhoIsThere() throws InterruptedException {
        Entry entry = other();
        line.add(entry);
        line.close();

        assertThat(line.add(other())).isFalse();
        assertThat(line.take()).containsExactly(entry);
    }

    private static Entry other() {
        return new Entry(Loans.bike(Policies.facts(600, 400)), null);
    }

    private static Entry urgent() {
        Check check = Loans.loan(Policies.facts(600, 400), 100);
        List<Entry> entry = new ArrayList<>();
        Uni.createFrom()
                .<CheckAnswer>emitter(waiting -> entry.add(new Entry(check, waiting)))
                .subscribe()
                .with(answer -> {}, failure -> {});
        return entry.getFirst();
    }
}
