-- Who grants is counted by themselves: operators beside the member for whom they act, and confirming a tie beside asking for it.
alter table ingest.grant_count drop constraint grant_count_kind_check;
alter table ingest.grant_count add constraint grant_count_kind_check
    check (kind in ('tie', 'confirmation', 'records', 'social', 'records by operator', 'social by operator'));
