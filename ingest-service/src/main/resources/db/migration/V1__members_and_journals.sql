-- Everything that ingest owns. Names and ids compare by bytes (collate "C"), as they do in Java and in Kafka keys.

create table ingest.member (
    id        text collate "C" primary key,
    joined_at timestamptz not null default now()
);

-- What holds now. The journal beside it is what happened, and what the relay publishes.
create table ingest.consent (
    member     text collate "C" not null references ingest.member,
    purpose    text collate "C" not null check (purpose in ('records', 'social')),
    partner    text collate "C" not null default '',
    version    bigint           not null,
    granted    boolean          not null,
    evidence   text,
    changed_at timestamptz      not null,
    primary key (member, purpose, partner),
    check ((purpose = 'records') = (partner <> ''))
);

create table ingest.consent_journal (
    position bigint generated always as identity primary key,
    member   text collate "C" not null,
    purpose  text collate "C" not null,
    partner  text collate "C" not null,
    version  bigint           not null,
    granted  boolean          not null,
    evidence text,
    at       timestamptz      not null,
    unique (member, purpose, partner, version)
);

create table ingest.tie (
    a          text collate "C" not null references ingest.member,
    b          text collate "C" not null references ingest.member,
    state      text collate "C" not null check (state in ('pending', 'active', 'severed')),
    asked_by   text collate "C" not null,
    weight     double precision not null check (weight > 0 and weight <= 1),
    version    bigint           not null,
    changed_at timestamptz      not null,
    primary key (a, b),
    check (a < b)
);

create table ingest.tie_journal (
    position bigint generated always as identity primary key,
    a        text collate "C" not null,
    b        text collate "C" not null,
    state    text collate "C" not null check (state in ('active', 'severed')),
    weight   double precision not null,
    version  bigint           not null,
    evidence text,
    at       timestamptz      not null,
    unique (a, b, version)
);

-- Entry A: a record was accepted. Entry R: it was retracted; it repeats the content, as its event does.
-- The unique key is what makes a repeated request harmless.
create table ingest.ledger (
    position          bigint generated always as identity primary key,
    entry             "char"           not null check (entry in ('A', 'R')),
    partner           text collate "C" not null,
    id                text collate "C" not null,
    member            text collate "C" not null,
    kind              text collate "C" not null,
    occurred_at       timestamptz      not null,
    amount_minor      bigint,
    currency          text collate "C",
    count             bigint,
    merchant_category text collate "C",
    content_hash      bigint           not null,
    accepted_at       timestamptz      not null default now(),
    unique (partner, id, entry)
);

-- How far each journal has been published. One relay at a time holds the row.
create table ingest.relay (
    journal  text collate "C" primary key,
    position bigint      not null default 0,
    moved_at timestamptz not null default now()
);
insert into ingest.relay (journal) values ('ledger'), ('consent_journal'), ('tie_journal');

-- How far scoring has come, by partition of the records topic.
create table ingest.scored (
    partition integer primary key,
    through   bigint not null
);
