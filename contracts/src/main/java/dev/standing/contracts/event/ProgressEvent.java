package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * All records of a partition of {@link Topics#RECORDS} up to a place in the ledger have reached their scores. Only the
 * highest counts, so repetition is harmless.
 *
 * @param partition partition of {@link Topics#RECORDS}, from 0
 * @param through the highest ledger position that is scored
 */
@JsonPropertyOrder({"version"})
@RegisterForReflection
public record ProgressEvent(int version, int partition, long through) implements Event {}
