-- Everybody is read anew some members at a time: each stands on the day and scorecard beside their score, and is to be brought to
-- those in table evaluation.
alter table member add column day integer;
update member set day = (select day from evaluation);
alter table member alter column day set not null;
