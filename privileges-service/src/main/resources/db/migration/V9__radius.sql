-- Sessions of access networks, by what accounting says. told: what the session's access server was last told, as it is written into
-- the attribute Class; empty where nobody knows. changed_at: of the last accounting, or of what it was told.
create table radius_session (
    partner text not null,
    server text not null,
    session text not null,
    member text not null,
    told text not null,
    ended boolean not null default false,
    changed_at timestamptz not null default now(),
    primary key (partner, server, session)
);
create index radius_session_changed_at on radius_session (changed_at);
