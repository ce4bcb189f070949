-- Which partner was told which score of whom, and when: written by the statement that reads the score, so that none is told without it.
create table score_read (
    id bigint generated always as identity primary key,
    member text not null,
    partner text not null,
    score integer not null,
    scorecard text not null,
    at timestamptz not null default clock_timestamp()
);

create index score_read_of_member on score_read (member, at);
create index score_read_by_age on score_read (at);
