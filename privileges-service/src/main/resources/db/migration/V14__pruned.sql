-- How far a partner's events went that were thrown away for their age: it may have read on to there, and its cursor stays good.
create table webhook_pruned (
    partner text primary key,
    position bigint not null
);
-- Of those that are gone already nothing more is known than that they were not after the last of all.
insert into webhook_pruned (partner, position)
select t.partner, coalesce(max(e.position), (select last_value from webhook_event_position_seq))
from (select distinct partner from webhook_tally) t left join webhook_event e on e.partner = t.partner
group by t.partner;
