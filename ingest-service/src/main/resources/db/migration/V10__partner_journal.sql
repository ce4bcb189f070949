-- What is told of each partner: the least share of its records that are wrong, in basis points. The highest version of a partner holds.
create table ingest.partner_journal (
    position     bigint generated always as identity primary key,
    partner      text collate "C" not null,
    basis_points integer          not null,
    version      bigint           not null,
    at           timestamptz      not null default now(),
    unique (partner, version)
);
insert into ingest.relay (journal) values ('partner_journal');
-- Of whom any record was found wrong: of all others there is nothing to tell.
create index on ingest.partner_count (partner) where what = 'upheld';
