-- 0109 marks passphrases that others gave, but the owner reads no changes by two hands while their policies are forced: those of before
-- are marked here, where their person has not set his own since.
alter table access.credential no force row level security;
alter table access.credential_change no force row level security;
alter table access.credential disable trigger credential_is_checked;
update access.credential c set given_at = c.updated_at
where c.given_at is null and c.provider = 'credential' and c.passphrase is not null
  and exists (select from access.credential_change w where w.account = c.account and w.approved_at = c.updated_at);
alter table access.credential enable trigger credential_is_checked;
alter table access.credential_change force row level security;
alter table access.credential force row level security;
