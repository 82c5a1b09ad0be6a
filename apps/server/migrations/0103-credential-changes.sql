-- Who gives somebody else's account a new passphrase can sign in as him: two who each need the other's hand would be one. So a change is asked by one and approved by another; until then nothing of the account has changed.
create table access.credential_change (
  id uuid primary key,
  account uuid not null references access.account,
  account_name text not null,
  sign_in_name text not null,
  authority bigint not null,
  level text not null,
  area int8range not null generated always as (access.area(authority, level)) stored,
  passphrase text,
  asked_by uuid not null references access.account,
  asked_name text not null,
  asked_at timestamptz not null,
  approved_by uuid references access.account,
  approved_at timestamptz,
  constraint credential_change_has_two_hands check (asked_by <> account and approved_by <> account and approved_by <> asked_by),
  constraint credential_change_approved_with_time check ((approved_by is null) = (approved_at is null)),
  constraint credential_change_waits check ((passphrase is null) = (approved_by is not null))
);
comment on column access.credential_change.passphrase is 'scrypt hash, kept here until it is approved; no run-time role reads it.';
create index credential_change_account on access.credential_change (account);
create index credential_change_authority on access.credential_change (authority, asked_at desc);

create function access.check_credential_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    select a.name, a.username, a.authority, a.level into new.account_name, new.sign_in_name, new.authority, new.level
      from access.account a where a.id = new.account and a.disabled_at is null;
    select a.name into new.asked_name from access.account a where a.id = new.asked_by;
    new.asked_at := access.clock();
    new.approved_by := null; new.approved_at := null;
    return new;
  end if;
  perform access.check_hands(old.approved_by, new.approved_by, null, null);
  if new.approved_by is null or old.asked_at < access.clock() - interval '1 day' then
    raise insufficient_privilege using message = 'a change is approved once, within a day';
  end if;
  new.approved_at := access.clock();
  new.passphrase := null;
  update access.credential set passphrase = old.passphrase, updated_at = access.clock()
  where account = old.account and provider = 'credential';
  -- Whoever was signed in signs in anew, whatever changed.
  delete from access.session where account = old.account;
  return new;
end
$$;
revoke execute on function access.check_credential_change() from public;
create trigger credential_change_is_checked before insert or update on access.credential_change
  for each row execute function access.check_credential_change();

-- The application makes the first passphrase of a new account, and nothing else of a credential.
create function access.check_credential() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if current_user = 'shengmian_app' and new.provider <> 'credential' then
    raise insufficient_privilege using message = 'a credential of the application is a passphrase';
  end if;
  return new;
end
$$;
revoke execute on function access.check_credential() from public;
create trigger credential_is_checked before insert on access.credential for each row execute function access.check_credential();
revoke update on access.credential from shengmian_app;
revoke update (passphrase, updated_at) on access.credential from shengmian_app;

grant insert on access.credential_change to shengmian_app;
grant select (id, account, account_name, sign_in_name, authority, level, area, asked_by, asked_name, asked_at, approved_by, approved_at),
  update (approved_by) on access.credential_change to shengmian_app;
