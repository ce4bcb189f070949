-- Why the member's base is not higher, as [{"code","text","pointsLost"}…]: of the score with the sequence beside it, for a release of
-- before, which does not know of the columns, leaves both behind. Null where scoring did not say it.
alter table member add column reasons jsonb, add column reasons_of bigint;

-- Perk policies that decisions stand on, whole.
create table perk_policy (
    id int generated always as identity primary key,
    name text not null,
    version int not null,
    fingerprint text not null unique,
    document text not null
);

-- Every check that was answered: who asked, when, for whom and what for, what was answered, and all that it was judged by, so that it
-- can be recomputed. Ids rise with time. The policy is one of those above; it is no foreign key, which would be looked up for each row.
create table decision (
    id uuid primary key,
    at timestamptz not null,
    partner text not null,
    member text not null,
    perk text not null,
    wanted_tier text,
    amount_minor bigint,
    term_months int,
    allowed boolean not null,
    answer text not null,
    policy int not null,
    basis text not null
);

-- Who asked about a member.
create index decision_of_member on decision (member, at);
-- What is old enough to go: rows lie in the order of time.
create index decision_by_age on decision using brin (at);
