package dev.standing.scoring.publication;

import java.util.Locale;

/**
 * Why a published score changed. What friends do is one cause, so that no single friend can be read off it; {@link #PARTNER} is that
 * the evidence of some partner is discounted from now on, or no longer.
 */
public enum Cause {
    RECORD,
    RETRACTION,
    CONSENT,
    INFLUENCE,
    PARTNER,
    TIME,
    SCORECARD;

    /** The name on the wire and in answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
