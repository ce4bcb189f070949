-- When the relay last moved, as every service keeps it.
alter table relay add column moved_at timestamptz not null default now();
