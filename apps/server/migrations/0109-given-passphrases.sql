-- Whoever makes or resets an account knows its passphrase once. Until its person has set another, a session that it opened has no account
-- in the eyes of the database: it can change the passphrase and end, nothing else (decision 0098).
alter table access.credential add column given_at timestamptz;
comment on column access.credential.given_at is 'When somebody else gave the account this passphrase; null once its person has set one.';
alter table access.session add column awaits_passphrase boolean not null default false;
comment on column access.session.awaits_passphrase is 'Opened by a passphrase that somebody else gave: it opens nothing until its person has set his own.';

-- What was given by others before, and never changed since. Logins of the installation are left as they are.
alter table access.credential no force row level security;
update access.credential c set given_at = c.updated_at
from access.account a
where a.id = c.account and c.provider = 'credential' and c.passphrase is not null and (
  (a.created_by is not null and c.updated_at = c.created_at)
  or exists (select from access.credential_change w where w.account = c.account and w.approved_at = c.updated_at));
alter table access.credential force row level security;

-- Who gave a passphrase follows from the role that writes it, never from what is written: the role that signs people in writes what a
-- person set after giving his present one, the application and the function that carries out two hands' change write what others chose.
create or replace function access.check_credential() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    if current_user = 'shengmian_app' then
      if new.provider <> 'credential' then
        raise insufficient_privilege using message = 'a credential of the application is a passphrase';
      end if;
      new.given_at := access.clock();
    end if;
    return new;
  end if;
  new.given_at := case
    when new.passphrase is not distinct from old.passphrase then old.given_at
    when current_user = 'shengmian_auth' then null
    else access.clock() end;
  return new;
end
$$;
drop trigger credential_is_checked on access.credential;
create trigger credential_is_checked before insert or update on access.credential for each row execute function access.check_credential();

create or replace function access.session_account() returns uuid
language sql stable parallel restricted
as $$
  select s.account
  from access.session s join access.account a on a.id = s.account
  where s.token = encode(sha256(convert_to(nullif(current_setting('shengmian.session', true), ''), 'UTF8')), 'hex')
    and s.expires_at > access.clock()
    and not s.awaits_second
    and not s.awaits_passphrase
    and s.locked_at is null
    and s.updated_at > access.clock() - interval '10 minutes'
    and a.disabled_at is null
$$;

comment on table access.sign_in_failure is 'Failures by lane: a name from an address, or a name on a device that is known for it.';
comment on column access.sign_in_failure.name_hash is 'Hash of the lane: it cannot be turned back.';
