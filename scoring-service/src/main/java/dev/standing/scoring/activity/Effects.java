package dev.standing.scoring.activity;

import dev.standing.contracts.event.RecordEvent;
import java.util.Collection;
import java.util.List;

/**
 * What record events change.
 *
 * @param deltas at most one for each cell
 * @param events those that had an effect
 */
public record Effects(Collection<Delta> deltas, List<RecordEvent> events) {}
