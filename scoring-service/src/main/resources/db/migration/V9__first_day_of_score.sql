-- The day of the member's first record, as each published score says it; null without records, and where a release of before wrote.
alter table score_journal add column first_day integer;
