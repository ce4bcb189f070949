-- What whoever may see a member may hear of, written by the transaction that made it so; taken out as it is handed to partners.
create table happening (
    position bigint generated always as identity primary key,
    type text not null,
    member text not null,
    partner text,
    content text not null,
    at timestamptz not null
);
-- Who locks the row hands happenings on.
insert into relay (journal, position) values ('happening', 0);

-- An address that a partner wants to be told at. types: by commas. The former secret and key sign too, until former_until.
create table webhook (
    id text primary key,
    partner text not null,
    url text not null,
    types text not null,
    state text not null,
    reason text,
    secret text not null,
    signing_key text,
    former_secret text,
    former_signing_key text,
    former_until timestamptz,
    created_at timestamptz not null
);
create index on webhook (partner);

-- How many events a partner had of a member: what the next one's number follows.
create table webhook_tally (
    partner text not null,
    member text not null,
    last bigint not null,
    primary key (partner, member)
);

-- What a partner is told, numbered by member, and byte for byte as it is sent.
create table webhook_event (
    partner text not null,
    member text not null,
    sequence bigint not null,
    position bigint generated always as identity,
    id text not null,
    type text not null,
    body text not null,
    at timestamptz not null,
    primary key (partner, member, sequence)
);
create unique index on webhook_event (partner, position);
create unique index on webhook_event (id);
create index on webhook_event (at);

-- How far an endpoint has one member's events. due: when somebody should look at it next, and while somebody does, when that
-- ends; null where there is nothing to do. lease: grows with each who takes it, so that nobody ends what another has taken.
create table webhook_lane (
    endpoint text not null references webhook (id) on delete cascade,
    member text not null,
    done bigint not null,
    last bigint not null,
    due timestamptz,
    lease bigint not null default 0,
    attempts int not null default 0,
    failing_since timestamptz,
    primary key (endpoint, member)
);
create index on webhook_lane (endpoint, due) where due is not null;

-- What was tried lately, for the partner to see.
create table webhook_delivery (
    id bigint generated always as identity primary key,
    endpoint text not null references webhook (id) on delete cascade,
    event text not null,
    type text not null,
    attempt int not null,
    at timestamptz not null,
    status int,
    millis int not null,
    answer text,
    fault text
);
create index on webhook_delivery (endpoint, id);
create index on webhook_delivery (at);
