-- A signed proof of their standing that a member asked for, of which the text is nowhere kept. disclosed: names, by commas. place: its bit in
-- the status list, drawn at random. Gone a day after it has expired.
create table receipt (
    id uuid primary key,
    member text not null,
    audience text not null,
    disclosed text not null,
    list int not null,
    place int not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    unique (list, place)
);
create index on receipt (member);
create index on receipt (expires_at);
create index on receipt (list) where revoked_at is not null;
