package dev.standing.scoring.scores;

import dev.standing.contracts.score.Band;
import dev.standing.scoring.scorecard.Loss;
import dev.standing.scoring.scorecard.Scorecard;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A published score and the causes that cost most. */
@Schema(name = "Score", examples = """
                {"member":"m-1","score":655,"band":"excellent","base":648,"influence":7,"scorecard":"community/1",
                 "asOf":"2026-11-01T10:00:02.400Z",
                 "reasons":[{"code":"PAID-LATE","text":"A part of the payments due in the last two years came late or not at all.","pointsLost":30}]}
                """)
record ScoreAnswer(
        String member,
        int score,
        Band band,
        int base,
        int influence,
        String scorecard,
        Instant asOf,
        List<ReasonAnswer> reasons) {
    private static final int MOST_REASONS = 4;

    /** A cause for points not earned. */
    @Schema(name = "Reason")
    record ReasonAnswer(String code, String text, int pointsLost) {
        static ReasonAnswer of(Loss loss) {
            return new ReasonAnswer(loss.reason().code(), loss.reason().text(), loss.points());
        }
    }

    static ScoreAnswer of(Snapshot snapshot, Scorecard scorecard) {
        return new ScoreAnswer(
                snapshot.member(),
                snapshot.score(),
                scorecard.bands().of(snapshot.score()),
                snapshot.base(),
                snapshot.influence(),
                snapshot.scorecard(),
                snapshot.asOf(),
                snapshot.evaluate(scorecard).worst(MOST_REASONS).stream()
                        .map(ReasonAnswer::of)
                        .toList());
    }
}
