-- What a member did with a partner, one row and one binary (PackedActivity says its form) instead of a row a day and sort: what a batch
-- reads and writes is as many rows as it has members, and what is read of anybody is bounded in rows.
create table member_activity (
    member text not null,
    partner text not null,
    packed bytea not null,
    primary key (member, partner)
);

-- Takes a binary apart, a row a day and sort.
create function activity_cells(packed bytea)
    returns table (kind text, category_group text, currency text, day integer, records bigint, amount_minor numeric)
    language plpgsql immutable strict parallel safe as $$
declare
    place integer := 1;
    field integer := 0; -- texts are 0 to 2, then the number of days, then day, records and amount of each
    texts text[] := array['', '', ''];
    days integer;
    next_byte integer;
    factor numeric;
    number numeric;
begin
    if get_byte(packed, 0) <> 1 then
        raise exception 'packed activity is of version %; known: 1', get_byte(packed, 0);
    end if;
    while place < length(packed) loop
        number := 0;
        factor := 1;
        loop
            next_byte := get_byte(packed, place);
            place := place + 1;
            number := number + (next_byte & 127) * factor;
            factor := factor * 128;
            exit when next_byte < 128;
        end loop;
        if field < 3 then
            texts[field + 1] := convert_from(substring(packed from place + 1 for number::integer), 'UTF8');
            place := place + number::integer;
            field := field + 1;
        elsif field = 3 then
            days := number;
            day := 0;
            field := 4;
        else
            number := case when mod(number, 2) = 0 then div(number, 2) else -div(number + 1, 2) end;
            if field = 4 then
                day := day + number;
            elsif field = 5 then
                records := number;
            else
                kind := texts[1];
                category_group := texts[2];
                currency := texts[3];
                amount_minor := number;
                return next;
                days := days - 1;
            end if;
            field := case when field < 6 then field + 1 when days = 0 then 0 else 4 end;
        end if;
    end loop;
end $$;
