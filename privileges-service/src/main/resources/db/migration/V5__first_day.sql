-- The day of the member's first record, null without. It is that of the score with the sequence beside it: a release of before, which
-- does not know of the columns, leaves both behind.
alter table member add column first_day integer, add column first_day_of bigint;
