-- What the scorecard measured of each member whom anybody may ask about: for each attribute, in order, then the day of the first
-- record; null where there is no data, and the day itself for days since. Questions are answered from here.
create table reading (
    member text primary key,
    scorecard text not null,
    measured bigint[] not null
);

-- Everybody is read anew at the next start, so that there are readings.
update evaluation set scorecard = '';

-- Activity of members who have a lot of it, one row a series: the days, and for each day what a row of table activity holds.
-- What is in table activity of the same series is to be added to it.
create table activity_packed (
    member text not null,
    partner text not null,
    kind text not null,
    category_group text not null,
    currency text not null,
    days integer[] not null,
    records bigint[] not null,
    amounts numeric[] not null,
    primary key (member, partner, kind, category_group, currency)
);
