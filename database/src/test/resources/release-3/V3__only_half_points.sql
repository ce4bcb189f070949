alter table score drop column points;
comment on schema scoring is 'oldest=2';
