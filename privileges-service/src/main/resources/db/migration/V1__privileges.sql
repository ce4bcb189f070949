-- The last score of each member that was judged.
create table member (
    member text primary key,
    sequence bigint not null,
    score int not null,
    base int not null,
    band text not null,
    base_band text not null,
    tenure_days int not null,
    as_of timestamptz not null,
    dimensions jsonb not null,
    scorecard text not null
);

-- Which partners a member shows their standing to: a copy of what ingest says, the highest version of each.
create table consent (
    member text not null,
    partner text not null,
    version bigint not null,
    granted boolean not null,
    primary key (member, partner)
);

-- What each member holds or held; a perk without a row is at its baseline since ever.
-- falls: what comes after announced ends, in order, as [{"tier","until"}…], the last without until.
create table privilege (
    member text not null,
    perk text not null,
    tier text not null,
    since timestamptz not null,
    why text not null,
    until timestamptz,
    falls jsonb not null,
    primary key (member, perk)
);

-- Every change, in the order of commits, and at the same time the outbox to Kafka.
create table privilege_journal (
    position bigint generated always as identity primary key,
    member text not null,
    perk text not null,
    tier text not null,
    since timestamptz not null,
    until timestamptz,
    why text not null,
    at timestamptz not null
);

-- How far the journal is relayed. Who locks the row relays.
create table relay (
    journal text primary key,
    last_position bigint not null
);
insert into relay (journal, last_position) values ('privilege_journal', 0);
