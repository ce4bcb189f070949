-- The first day after the day beside it on which the member's activity may be read otherwise; up to then nobody reads it for the day's sake.
-- Null where it is not known, which is the next day.
alter table member add column until_day integer;

-- The transaction that wrote the row, where it was one of a release that keeps these days. A release of before writes the row at the
-- beginning of each term, and moves members without their day: the row is another transaction's then, and no day holds any more.
alter table evaluation add column kept_in xid8;
