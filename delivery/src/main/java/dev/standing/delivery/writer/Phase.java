package dev.standing.delivery.writer;

import java.util.Locale;

/** What a writer is at. */
public enum Phase {
    STARTING,
    STANDING_BY,
    LOADING,
    /** Leads, and has not yet applied all that the topics held when its term began. */
    CATCHING_UP,
    LEADING,
    RECOVERING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
