-- The relay's row as every service keeps it.
alter table relay rename column last_position to position;
alter table relay add column moved_at timestamptz not null default now();
