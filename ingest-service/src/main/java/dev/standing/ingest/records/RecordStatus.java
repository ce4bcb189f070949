package dev.standing.ingest.records;

/**
 * How far a record has come.
 *
 * @param state {@code accepted}: in the ledger; {@code scored}: counted in the member's score; {@code retracted}: taken back
 */
public record RecordStatus(String id, String state) {}
