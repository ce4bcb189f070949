package dev.standing.scoring.scorecard;

import dev.standing.contracts.score.Band;

/** Where each band above poor begins, in points. */
public record Bands(int fair, int good, int excellent, int outstanding) {
    public Band of(int score) {
        if (score >= outstanding) {
            return Band.OUTSTANDING;
        }
        if (score >= excellent) {
            return Band.EXCELLENT;
        }
        if (score >= good) {
            return Band.GOOD;
        }
        return score >= fair ? Band.FAIR : Band.POOR;
    }
}
