-- What each row of an import costs is paid ten million times. These three were asked by no statement, and took half of what an import costs:
-- whoever writes a consent has found or made the member in the same transaction, and no member is ever deleted;
alter table ingest.consent drop constraint consent_member_fkey;
-- a version is one more than that of the row that holds, which is read and written under the journal's lock and has a primary key.
alter table ingest.consent_journal drop constraint consent_journal_member_purpose_partner_version_key;
alter table ingest.tie_journal drop constraint tie_journal_a_b_version_key;
