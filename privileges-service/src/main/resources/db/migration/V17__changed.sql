-- Whose rows were written, by each statement that wrote some: who has read all once reads only these anew. Positions rise in the order of
-- commits, for one process writes at a time. By triggers, so that no writer can leave it out: the release before, which knows nothing of it,
-- and whoever mends a row by hand. The newest row always stays; the others go after some minutes.
create table changed (
    position bigint generated always as identity primary key,
    members text[] not null,
    at timestamptz not null default clock_timestamp()
);
insert into changed (members) values ('{}');

create function note_changed() returns trigger language plpgsql as $$
begin
    insert into privileges.changed (members) select array_agg(member) from touched having count(*) > 0;
    return null;
end
$$;

do $$
declare
    written text;
begin
    foreach written in array array['member', 'privilege', 'consent', 'dispute'] loop
        execute format('create trigger inserted after insert on %I referencing new table as touched'
            ' for each statement execute function note_changed()', written);
        execute format('create trigger updated after update on %I referencing new table as touched'
            ' for each statement execute function note_changed()', written);
        execute format('create trigger deleted after delete on %I referencing old table as touched'
            ' for each statement execute function note_changed()', written);
    end loop;
end
$$;
