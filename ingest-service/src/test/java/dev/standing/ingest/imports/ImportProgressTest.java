package dev.standing.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.ingest.outcome.Outcome;
import dev.standing.ingest.outcome.OutcomeState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportProgressTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> log = new ArrayList<>();
    private long now;
    private final ImportProgress progress =
            new ImportProgress(ImportMetrics.What.TIES, new ImportMetrics(registry), () -> now, log::add);

    @Test
    void aShortImportIsCountedAndNotSaid() {
        progress.answered(lines(3, OutcomeState.CREATED));
        progress.answered(lines(2, OutcomeState.KNOWN));
        progress.ended(true);

        assertThat(counted("ties", "created")).isEqualTo(3);
        assertThat(counted("ties", "known")).isEqualTo(2);
        assertThat(counted("members", "created")).isZero();
        assertThat(log).isEmpty();
    }

    @Test
    void aLongOneSaysHowFarItIsAndHowItEnded() {
        progress.answered(lines(100, OutcomeState.CREATED));
        now += ImportProgress.SAID_EVERY.toNanos();
        progress.answered(lines(1_900, OutcomeState.CREATED));
        now += ImportProgress.SAID_EVERY.toNanos() - 1;
        progress.answered(lines(500, OutcomeState.REFUSED));
        now++;
        progress.ended(false);

        assertThat(log)
                .containsExactly(
                        "an import of ties goes on: 2,000 lines in 10 s, 200 a second: 2,000 created",
                        "an import of ties broke off; what is sent again counts once: 2,500 lines in 20 s, 125 a second:"
                                + " 2,000 created, 500 refused");
    }

    private double counted(String what, String outcome) {
        return registry.get("standing.ingest.import.lines")
                .tags("what", what, "outcome", outcome)
                .counter()
                .count();
    }

    private static List<Outcome> lines(int times, OutcomeState state) {
        return Collections.nCopies(times, Outcome.of("m-1", state));
    }
}
