-- How far each partition of each topic is applied, written by the transaction that applies it. The offsets of a topic that
-- was deleted mean nothing in the one that was made in its place, so the topic's id stands beside.
create table position (
    topic text not null,
    partition integer not null,
    topic_id text not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- How far the ledger is scored, by partition of the records' topic. What is stored here is said until somebody heard it.
create table progress (
    partition integer primary key,
    through bigint not null
);
