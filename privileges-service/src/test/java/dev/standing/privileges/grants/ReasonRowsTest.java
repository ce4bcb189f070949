package dev.standing.privileges.grants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.score.ScoreReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReasonRowsTest {
    @Test
    void whatWasSaidComesBackAndWhatWasNotStaysUnsaid() {
        List<ScoreReason> reasons = List.of(
                new ScoreReason("PAID-LATE", "A \"part\" came late.", 30),
                new ScoreReason("FEW-BILLS", "Few bills.", 1));

        assertThat(read(ReasonRows.text(reasons))).isEqualTo(reasons);
        assertThat(read(ReasonRows.text(List.of()))).isEmpty();
        assertThat(ReasonRows.text(null)).isNull();
    }

    private static List<ScoreReason> read(@Nullable String text) {
        byte[] padded = ("::" + text + ":").getBytes(StandardCharsets.UTF_8);
        return ReasonRows.read(padded, 2, padded.length - 1);
    }
}
