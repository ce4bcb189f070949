-- Everybody is read anew some members at a time: each stands on the day and scorecard beside their score, and is to be brought to
-- those in table evaluation. Who was never read into table reading stands on the day before, so that whoever is left when a process
-- ends in the middle is read by the next.
alter table member add column day integer;
update member m set day = e.day - case when exists (select from reading r where r.member = m.member) then 0 else 1 end
from evaluation e;
alter table member alter column day set not null;
