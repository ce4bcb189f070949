package dev.standing.privileges.grants;

import java.util.List;

/** Why a member holds what they hold, or is about to lose it. */
public enum Why {
    BASELINE("baseline", "Everybody has this, whatever their score"),
    CONDITIONS_MET("conditions-met", "The tier's conditions are met"),
    CONDITIONS_NO_LONGER_MET(
            "conditions-no-longer-met",
            "The tier's conditions are no longer met; it is kept until the grace period ends"),
    CONDITIONS_MET_AGAIN("conditions-met-again", "The tier's conditions are met again before the grace period ended"),
    GRACE_ENDED("grace-ended", "The grace period of a higher tier ended");

    private static final List<Why> ALL = List.of(values());

    private final String code;
    private final String text;

    Why(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The name on the wire and in the database. */
    public String code() {
        return code;
    }

    public String text() {
        return text;
    }

    /**
     * The cause of that code.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Why of(String code) {
        for (Why why : ALL) {
            if (why.code.equals(code)) {
                return why;
            }
        }
        throw new IllegalArgumentException("why is '" + code + "'");
    }
}
