-- Who hears of what happens to members: what nobody hears of need not be written down.
create view listener as
select partner from webhook;
