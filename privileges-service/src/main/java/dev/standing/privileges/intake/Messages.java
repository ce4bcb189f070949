package dev.standing.privileges.intake;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.UnreadableEvent;

/** Reads messages, and refuses what could be written by nobody who keeps to the contract. */
final class Messages {
    private static final int MAX_ID = 128;
    private static final int LEAST_POINTS = 350;
    private static final int MOST_POINTS = 950;

    private Messages() {}

    static ScoreEvent score(byte[] json) throws UnreadableEvent {
        ScoreEvent score = EventJson.read(json, ScoreEvent.class);
        requireId("member", score.member());
        require("sequence", score.sequence() >= 1);
        require("score", score.score() >= LEAST_POINTS && score.score() <= MOST_POINTS);
        require("base", score.base() >= LEAST_POINTS && score.base() <= MOST_POINTS);
        require("tenureInDays", score.tenureInDays() >= 0);
        require("scorecard", storable(score.scorecard()));
        require("dimensions", score.dimensions().keySet().stream().allMatch(Messages::storable));
        return score;
    }

    static ConsentEvent consent(byte[] json) throws UnreadableEvent {
        ConsentEvent consent = EventJson.read(json, ConsentEvent.class);
        requireId("member", consent.member());
        require("consentVersion", consent.consentVersion() >= 1);
        if (consent.purpose() == ConsentEvent.Purpose.RECORDS) {
            String partner = consent.partner();
            require("partner", partner != null);
            requireId("partner", partner == null ? "" : partner);
        }
        return consent;
    }

    private static void requireId(String field, String id) throws UnreadableEvent {
        require(field, !id.isBlank() && id.length() <= MAX_ID && storable(id));
    }

    private static void require(String field, boolean holds) throws UnreadableEvent {
        if (!holds) {
            throw new UnreadableEvent("field " + field + " is out of range");
        }
    }

    /** PostgreSQL takes any character but this one. */
    private static boolean storable(String text) {
        return text.indexOf('\0') < 0;
    }
}
