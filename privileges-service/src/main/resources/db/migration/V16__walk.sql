-- What is asked of all lanes of an endpoint is done some at a time, in the order of their members: member is the last that was gone by. What
-- waits is tried at once; since: and what happened from then on is sent again. Of an endpoint without a partner lanes and attempts are taken away, and
-- then the endpoint.
create table webhook_walk (
    endpoint text primary key references webhook (id) on delete cascade,
    member text not null default '',
    since timestamptz
);
-- Null of one that its partner has deleted: nobody's.
alter table webhook alter column partner drop not null;
-- What failed before does not count towards the three days.
alter table webhook add column active_since timestamptz;
