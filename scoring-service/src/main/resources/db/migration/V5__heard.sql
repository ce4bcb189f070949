-- How far ingest is heard, by topic: all that it had committed before a moment, and before a place in the ledger, is applied.
create table heard (
    topic text primary key,
    at timestamptz not null,
    ledger_through bigint not null
);

-- Progress is said as far as all journals are heard, whatever the partition.
drop table progress;
