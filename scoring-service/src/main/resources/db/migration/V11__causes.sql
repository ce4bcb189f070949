-- What cost the member's base most points, as published scores say it: codes and points, as 'PAID-LATE=30 SHORT-TENURE=12'. Null where
-- a release of before wrote; whoever is read next is told of again, with it.
alter table member add column causes text;
alter table score_journal add column causes text;
