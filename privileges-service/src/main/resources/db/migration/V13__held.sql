-- Whether due is the end of a lease, or of a wait: who is told to wait no longer leaves alone what is on its way.
alter table webhook_lane add column held boolean not null default false;
