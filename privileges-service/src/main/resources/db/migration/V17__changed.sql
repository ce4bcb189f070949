-- Whose rows were written, by each statement that wrote some: who has read all once reads only these anew. By triggers, so that no writer can
-- leave it out: the release before, which knows nothing of it, and whoever mends a row by hand.
create table changed (
    position bigint generated always as identity primary key,
    members text[] not null,
    at timestamptz not null default clock_timestamp()
);
insert into changed (members) values ('{}');

-- The lock makes positions rise in the order of commits, whoever writes beside the one writer; it is taken before any row is locked, so that
-- nobody waits for it who holds what another waits for. Its number is any that no other lock has.
create function claim_changed() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(1667786596);
    return null;
end
$$;

-- Now and then those go that are older than five minutes: always the first of all, and never the newest that is so old, on which somebody
-- may stand who has read nothing since because nothing was written.
create function note_changed() returns trigger language plpgsql as $$
declare
    place bigint;
begin
    insert into privileges.changed (members) select array_agg(member) from touched having count(*) > 0
    returning position into place;
    if place % 256 = 0 then
        delete from privileges.changed where position < (
            select max(position) from privileges.changed where at < now() - interval '5 minutes');
    end if;
    return null;
end
$$;

do $$
declare
    written text;
begin
    foreach written in array array['member', 'privilege', 'consent', 'dispute'] loop
        execute format('create trigger claimed before insert or update or delete on %I'
            ' for each statement execute function claim_changed()', written);
        execute format('create trigger inserted after insert on %I referencing new table as touched'
            ' for each statement execute function note_changed()', written);
        execute format('create trigger updated after update on %I referencing new table as touched'
            ' for each statement execute function note_changed()', written);
        execute format('create trigger deleted after delete on %I referencing old table as touched'
            ' for each statement execute function note_changed()', written);
    end loop;
end
$$;
