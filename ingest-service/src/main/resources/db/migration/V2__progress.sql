-- How far scoring has come: all that was committed up to that place in the ledger is in the scores. One row.
create table ingest.progress (
    single         boolean primary key default true check (single),
    ledger_through bigint not null
);
insert into ingest.progress (ledger_through) values (0);

-- By partition of the records' topic, and said of records alone: not the same. Scoring says anew how far it is.
drop table ingest.scored;
