-- What each version of a document that rows stand on said when it was first used: name and version, and SHA-256 of its content.
create table edition (
    document text primary key,
    fingerprint text not null,
    since timestamptz not null default now()
);
