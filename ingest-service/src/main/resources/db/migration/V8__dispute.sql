-- A record that its member contests: one dispute of a record, ever. accepted_on: the day on which the record was taken.
create table ingest.dispute (
    id          text collate "C" primary key,
    member      text collate "C" not null references ingest.member on delete cascade,
    partner     text collate "C" not null,
    record      text collate "C" not null,
    reason      text collate "C" not null,
    state       text collate "C" not null check (state in ('open', 'upheld', 'rejected')),
    opened_at   timestamptz      not null,
    accepted_on date             not null,
    decided_at  timestamptz,
    decided_by  text collate "C" check (decided_by in ('partner', 'operator')),
    unique (partner, record),
    check ((state = 'open') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null))
);
create index on ingest.dispute (member, opened_at, id);
create index on ingest.dispute (partner, opened_at, id);
create index on ingest.dispute (opened_at, id);

create table ingest.dispute_journal (
    position      bigint generated always as identity primary key,
    dispute       text collate "C" not null references ingest.dispute on delete cascade,
    member        text collate "C" not null,
    partner       text collate "C" not null,
    record        text collate "C" not null,
    reason        text collate "C" not null,
    state         text collate "C" not null,
    opened_at     timestamptz      not null,
    freezes_until timestamptz      not null,
    at            timestamptz      not null,
    unique (dispute, state)
);
insert into ingest.relay (journal) values ('dispute_journal');
