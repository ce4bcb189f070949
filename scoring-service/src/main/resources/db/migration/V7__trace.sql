-- Where the traces of the records stand that changed a score, for the few that are traced.
alter table score_journal add column trace text;
