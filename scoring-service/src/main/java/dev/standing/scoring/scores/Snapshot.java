package dev.standing.scoring.scores;

import dev.standing.scoring.calendar.EpochDay;
import dev.standing.scoring.scorecard.Evaluation;
import dev.standing.scoring.scorecard.Reading;
import dev.standing.scoring.scorecard.Scorecard;
import java.time.Instant;

/**
 * All that a published score comes from, read at one moment, so that explanation and score agree.
 *
 * @param asOfDay the day as of which the score stands; days since 1970-01-01, UTC
 * @param changedAt when the score changed last
 * @param reading what was measured of the activity of partners who may send records
 */
record Snapshot(String member, int base, int score, String scorecard, int asOfDay, Instant changedAt, Reading reading) {
    Evaluation evaluate(Scorecard by) {
        return reading.evaluation(by, asOfDay);
    }

    int influence() {
        return score - base;
    }

    /** When the score was computed: its last change or, where days went by since, the beginning of the last day. */
    Instant asOf() {
        Instant day = EpochDay.start(asOfDay);
        return changedAt.isBefore(day) ? day : changedAt;
    }
}
