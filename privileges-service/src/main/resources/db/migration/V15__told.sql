-- Who was told of whom: they are to hear of a withdrawal, and to keep nothing of what was before it, when they no longer listen.
create view told as
select partner, member from webhook_tally;
