package dev.standing.scoring.scores;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which partners were told the member's score, oldest first.
 *
 * @param more whether there are more than an answer holds; ask again from the last one's {@code at}
 */
@Schema(name = "ScoreReads", examples = """
                {"member":"m-1","more":false,"reads":[{"at":"2026-11-01T10:00:02.400Z","partner":"acme","score":655,
                 "scorecard":"community/1"}]}
                """)
record ScoreReads(String member, List<Read> reads, boolean more) {
    /** Most in one answer. */
    static final int MOST_READS = 1_000;

    /** One answer to a partner. */
    @Schema(name = "Read")
    record Read(Instant at, String partner, int score, String scorecard) {}

    static ScoreReads of(String member, List<Read> found) {
        boolean more = found.size() > MOST_READS;
        return new ScoreReads(member, more ? found.subList(0, MOST_READS) : found, more);
    }
}
