package dev.standing.privileges.grants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.score.ScoreReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonRowsTest {
    @Test
    void whatWasSaidComesBackAndWhatWasNotStaysUnsaid() {
        List<ScoreReason> reasons = List.of(
                new ScoreReason("PAID-LATE", "A \"part\" came late.", 30),
                new ScoreReason("FEW-BILLS", "Few bills.", 1));

        assertThat(ReasonRows.read(ReasonRows.text(reasons))).isEqualTo(reasons);
        assertThat(ReasonRows.read(ReasonRows.text(List.of()))).isEmpty();
        assertThat(ReasonRows.text(null)).isNull();
        assertThat(ReasonRows.read(null)).isNull();
    }
}
