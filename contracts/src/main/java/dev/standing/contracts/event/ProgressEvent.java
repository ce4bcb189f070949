package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * All that ingest had committed up to a place in the ledger, records, consents and ties, is in the scores. Only the highest
 * counts, so repetition is harmless.
 *
 * @param ledgerThrough the position in the ledger
 */
@JsonPropertyOrder({"version"})
@RegisterForReflection
public record ProgressEvent(int version, long ledgerThrough) implements Event {}
