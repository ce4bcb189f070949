-- For people who analyse: as the table of before.
create view activity as
select member, partner, cell.kind, cell.category_group, cell.currency, cell.day, cell.records, cell.amount_minor
from member_activity, activity_cells(packed) as cell;

-- Releases of before would look for activity in tables that are gone.
comment on schema scoring is 'oldest=14.1';
