package dev.standing.scoring.activity;

import dev.standing.contracts.event.RecordEvent;
import java.util.Collection;
import java.util.List;

/**
 * What record events change.
 *
 * @param deltas what they add to activity, which is not written yet
 * @param events those that had an effect
 */
public record Effects(Collection<Delta> deltas, List<RecordEvent> events) {}
