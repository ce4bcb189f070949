-- For who asks how long the oldest open dispute waits.
create index on ingest.dispute (opened_at) where state = 'open';
