package dev.standing.scoring.scores;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes of a published score, oldest first.
 *
 * @param more whether there are more changes than an answer holds; ask again from the last one's {@code at}
 */
@Schema(name = "History", examples = """
                {"member":"m-1","more":false,"changes":[{"at":"2026-11-01T10:00:02.400Z","score":655,"band":"excellent",
                 "base":648,"influence":7,"scorecard":"community/1","cause":"record"}]}
                """)
record ScoreHistory(String member, List<Change> changes, boolean more) {
    /** Most changes in one answer. */
    static final int MOST_CHANGES = 1_000;

    /**
     * One change.
     *
     * @param cause record, retraction, consent, influence, partner, time or scorecard
     */
    @Schema(name = "Change")
    record Change(Instant at, int score, String band, int base, int influence, String scorecard, String cause) {}

    static ScoreHistory of(String member, List<Change> found) {
        boolean more = found.size() > MOST_CHANGES;
        return new ScoreHistory(member, more ? found.subList(0, MOST_CHANGES) : found, more);
    }
}
