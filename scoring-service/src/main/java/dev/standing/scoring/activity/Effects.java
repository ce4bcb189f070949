package dev.standing.scoring.activity;

import dev.standing.contracts.event.RecordEvent;
import java.util.Collection;
import java.util.List;

/**
 * What record events change.
 *
 * @param deltas one for each cell, and more where the sum of a cell is beyond what a long holds
 * @param events those that had an effect
 */
public record Effects(Collection<Delta> deltas, List<RecordEvent> events) {}
