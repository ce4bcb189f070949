-- Whose records were seen, so that none counts twice. A retraction that comes first leaves a tombstone.
create table seen_record (
    partner text not null,
    record text not null,
    retracted boolean not null,
    primary key (partner, record)
);

-- What a member did: sums that commute. Days are days since 1970-01-01 in UTC; amounts are minor currency units.
create table activity (
    member text not null,
    partner text not null,
    kind text not null,
    category_group text not null,
    day integer not null,
    records bigint not null,
    amount_minor bigint not null,
    primary key (member, partner, kind, category_group, day)
);

-- The last version holds. The partner is empty where the purpose is social.
create table consent (
    member text not null,
    purpose text not null,
    partner text not null,
    granted boolean not null,
    version bigint not null,
    primary key (member, purpose, partner)
);

-- The last version holds. A severed tie is kept, for it is remembered for some time.
create table tie (
    a text not null,
    b text not null,
    active boolean not null,
    weight double precision not null,
    version bigint not null,
    changed_day integer not null,
    primary key (a, b)
);

-- Where each member stands. Known from the first consent on; before that nothing is published.
-- Base and points are as of the day in table evaluation; score is the last that was published, null before the first.
create table member (
    member text primary key,
    known boolean not null,
    base integer not null,
    history integer not null,
    capacity integer not null,
    behaviour integer not null,
    identity integer not null,
    connections integer not null,
    first_day integer,
    score integer,
    sequence bigint not null,
    scorecard text not null,
    changed_at timestamptz
);

-- Every change of a published score, in the order of publication: the history that members see, and the outbox.
create table score_journal (
    position bigint generated always as identity primary key,
    member text not null,
    sequence bigint not null,
    score integer not null,
    band text not null,
    base integer not null,
    base_band text not null,
    history integer not null,
    capacity integer not null,
    behaviour integer not null,
    identity integer not null,
    connections integer not null,
    tenure_in_days integer not null,
    scorecard text not null,
    cause text not null,
    cause_at timestamptz not null,
    as_of timestamptz not null
);

create unique index score_journal_of_member on score_journal (member, sequence);

-- How far the journal is published.
create table relay (
    journal text primary key,
    position bigint not null
);

insert into relay (journal, position) values ('score_journal', 0);

-- The day as of which all bases stand, and the scorecard. One row.
create table evaluation (
    single boolean primary key default true check (single),
    day integer not null,
    scorecard text not null
);
