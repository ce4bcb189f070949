-- What is counted of each partner, by day in UTC: records taken and taken back (out of the ledger), refused by reason, and contested
-- and upheld, by the day on which the record was taken. Nobody's content, and no member.
create table ingest.partner_count (
    partner text collate "C" not null,
    day     date             not null,
    what    text collate "C" not null,
    times   bigint           not null,
    primary key (partner, day, what)
);

-- How far the ledger is counted. One row; who locks it counts on.
create table ingest.counted (
    single         boolean primary key default true check (single),
    ledger_through bigint not null
);
insert into ingest.counted (ledger_through) values (0);
