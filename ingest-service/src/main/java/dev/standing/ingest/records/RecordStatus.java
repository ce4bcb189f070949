package dev.standing.ingest.records;

import dev.standing.ingest.outcome.OutcomeState;

/**
 * How far a record has come.
 *
 * @param state accepted: in the ledger; scored: counted in the member's score; retracted: taken back
 */
public record RecordStatus(String id, OutcomeState state) {}
