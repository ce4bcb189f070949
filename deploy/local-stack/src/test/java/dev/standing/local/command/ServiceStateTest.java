package dev.standing.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.stack.http.Told;
import org.junit.jupiter.api.Test;

class ServiceStateTest {
    @Test
    void theOneThatLeadsSaysHowFarItIs() {
        ServiceState state = ServiceState.of("scoring-service", new Told("""
                standing_writer_phase{phase="leading"} 1.0
                standing_writer_phase{phase="standing-by"} 0.0
                standing_writer_leading 1.0
                standing_writer_lag_messages 1234.0
                standing_outbox_age_seconds{journal="score_journal"} 0.25
                standing_scoring_as_of_timestamp_seconds 1.7957376E9
                """));

        assertThat(state).hasToString(line("scoring-service", "leading", "1,234", "0.3 s", "2026-11-27"));
    }

    @Test
    void aBrokerThatDoesNotAnswerLeavesTheLagUnknown() {
        assertThat(ServiceState.of("scoring-service", new Told("""
                                standing_writer_phase{phase="leading"} 1.0
                                standing_writer_leading 1.0
                                standing_writer_lag_messages NaN
                                """)).lag()).isEqualTo("-");
    }

    @Test
    void theWorstOfSeveralJournalsIsShown() {
        ServiceState state = ServiceState.of("ingest-service", new Told("""
                standing_outbox_age_seconds{journal="ledger"} 0.0
                standing_outbox_age_seconds{journal="consent_journal"} 61.0
                """));

        assertThat(state).hasToString(line("ingest-service", "taking records", "-", "61.0 s", "-"));
    }

    @Test
    void privilegesWithoutADatabaseServeFromMemoryOrTheBaseline() {
        assertThat(privileges("recovering", 0, "12.0").phase()).isEqualTo("serving from memory, 12 s old");
        assertThat(privileges("starting", 1, "NaN").phase()).isEqualTo("serving the baseline");
        assertThat(privileges("standing-by", 0, "0.5").phase()).isEqualTo("standing by");
    }

    private static ServiceState privileges(String phase, int fallback, String age) {
        return ServiceState.of(
                "privileges-service",
                new Told("standing_writer_phase{phase=\"" + phase + "\"} 1.0\nstanding_privileges_baseline_fallback "
                        + fallback + ".0\nstanding_privileges_memory_age_seconds " + age + "\n"));
    }

    private static String line(String name, String phase, String lag, String outbox, String evaluated) {
        return new ServiceState(name, phase, lag, outbox, evaluated).toString();
    }
}
