-- Where the trace of a record stands, for the few that are traced.
alter table ingest.ledger add column trace text collate "C";
