package dev.standing.privileges.grants;

/** A member's answer to one partner; the highest version holds. */
public record Consent(long version, boolean granted) {
    /** Stands in the place of a partner, as no partner can be named, for social scoring: of that, withdrawals alone are kept. */
    static final String SOCIAL = "";
}
