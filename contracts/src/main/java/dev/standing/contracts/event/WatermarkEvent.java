package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * All that ingest had committed to the journal behind a topic, before a moment and before a place in the ledger, is in that
 * topic. Whoever has applied the topic as far as it reached when this was heard has heard of all of it. Of a topic the last
 * one holds.
 *
 * @param topic one of {@link Topics#journals()}
 * @param at the moment, by the clock of ingest's database
 * @param ledgerThrough the highest position of the ledger at that moment; 0 where it was empty
 */
@JsonPropertyOrder({"version"})
@RegisterForReflection
public record WatermarkEvent(int version, String topic, Instant at, long ledgerThrough) implements Event {
    public WatermarkEvent {
        Bounds.code("topic", topic);
        Bounds.instant("at", at);
        Bounds.atLeast(0, "ledgerThrough", ledgerThrough);
    }
}
