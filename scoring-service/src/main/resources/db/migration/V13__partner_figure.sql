-- How many of a partner's records are wrong at least, in basis points. The highest version holds.
create table partner_figure (
    partner text primary key,
    basis_points integer not null,
    version bigint not null
);

-- Which partners' evidence is discounted: what everybody is brought to, and what each member stands on, beside day and scorecard. A digest
-- of their names; empty for none, as it is where a release of before wrote.
alter table evaluation add column discounted text not null default '';
alter table member add column discounted text not null default '';
