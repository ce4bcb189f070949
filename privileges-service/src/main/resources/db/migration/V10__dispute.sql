-- Records that members contest, as ingest says it: while one is open, nothing is taken from its member. What is decided stays, so that
-- what is said again changes nothing.
create table dispute (
    dispute text primary key,
    member text not null,
    open boolean not null,
    freezes_until timestamptz not null
);
