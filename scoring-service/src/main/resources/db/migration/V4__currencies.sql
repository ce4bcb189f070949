-- Activity by currency. What was counted before stays together under the empty code, as a currency of its own, so that no score moves;
-- a record that was counted so is undone from there.
alter table activity add column currency text not null default '';
alter table activity alter column currency drop default;

-- Sums of amounts have no bound: one that stopped at one could not be undone.
alter table activity alter column amount_minor type numeric;

alter table activity drop constraint activity_pkey;
alter table activity add primary key (member, partner, kind, category_group, currency, day);

alter table seen_record add column by_currency boolean not null default false;
alter table seen_record alter column by_currency set default true;
