package dev.standing.scoring.publication;

import java.util.Locale;

/** Why a published score changed. What friends do is one cause, so that no single friend can be read off it. */
public enum Cause {
    RECORD,
    RETRACTION,
    CONSENT,
    INFLUENCE,
    TIME,
    SCORECARD;

    /** The name on the wire and in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
