-- A tie may be asked of a name that nobody has yet, so that no answer tells who has joined. Who confirms has joined.
alter table ingest.tie drop constraint tie_a_fkey;
alter table ingest.tie drop constraint tie_b_fkey;
