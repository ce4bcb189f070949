alter table score add column half_points int;
