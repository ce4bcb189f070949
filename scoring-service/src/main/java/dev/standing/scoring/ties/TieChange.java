package dev.standing.scoring.ties;

import dev.standing.contracts.event.TieEvent;

/**
 * A tie that changed.
 *
 * @param wasActive whether it was active before
 */
public record TieChange(TieEvent event, boolean wasActive) {}
