-- How often a member granted the same on the last day that they did: agreed to a tie with the other, let the other (a partner) send
-- records, let ties count. It bounds how often what is ended and withdrawn in between is granted again.
create table ingest.grant_count (
    kind   text collate "C" not null check (kind in ('tie', 'records', 'social')),
    member text collate "C" not null,
    other  text collate "C" not null,
    day    date             not null,
    times  integer          not null,
    primary key (kind, member, other)
);
