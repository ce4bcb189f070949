-- How far each partition of each topic is applied, written by the transaction that applies it. The offsets of a topic that
-- was deleted mean nothing in the one that was made in its place, so the topic's id stands beside.
create table position (
    topic text not null,
    partition int not null,
    topic_id text not null,
    next_offset bigint not null,
    primary key (topic, partition)
);
