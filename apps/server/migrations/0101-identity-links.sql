-- Which identity of the province's provider is which account (decision 0100): proposed by a security administrator, confirmed by its
-- person, who signs in there once while he is signed in here. Until both have done so it opens nothing.
create table access.identity_link (
  id uuid primary key,
  account uuid not null references access.account,
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  proposed_by uuid references access.account,
  proposed_name text,
  proposed_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references access.account,
  ended_reason text check (length(ended_reason) between 2 and 1000),
  constraint identity_link_has_two_hands check (proposed_by <> account),
  constraint identity_link_proposed_by_somebody check (proposed_by is not null or ended_at is not null),
  constraint identity_link_ended_with_reason check ((ended_at is null) = (ended_reason is null))
);
comment on column access.identity_link.subject is 'The provider''s own, unchanging name for the person (sub): unique for one issuer only.';
comment on column access.identity_link.proposed_by is 'Null: linked by one hand before 0101, and ended there.';
create unique index identity_link_one_account on access.identity_link (issuer, subject) where ended_at is null;
create unique index identity_link_one_identity on access.identity_link (account) where ended_at is null;

-- What one administrator linked alone is ended, and stays in sight to be proposed anew.
alter table access.credential no force row level security;
insert into access.identity_link (id, account, issuer, subject, proposed_at, ended_at, ended_reason)
select id, account, '-', provider_account, created_at, access.clock(), '原由一人关联，须重新提出并由本人确认'
from access.credential where provider = 'oidc';
delete from access.credential where provider = 'oidc';
alter table access.credential force row level security;
drop index access.credential_identity;

-- Whoever proposes or ends it signs with his own name, at the present time. To end it is the only change of the application: the
-- confirmation is written by the role that signs people in, which alone knows who came back from the provider.
create function access.check_identity_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$ begin
  if tg_op = 'INSERT' then
    select a.id, a.name into new.proposed_by, new.proposed_name from access.account a where a.id = access.account_id();
    new.proposed_at := access.clock();
    if exists (select from access.account a where a.id = new.account and a.disabled_at is not null) then
      raise insufficient_privilege using message = 'a closed account is linked with nothing';
    end if;
    return new;
  end if;
  if old.ended_at is not null then raise insufficient_privilege using message = 'a link ends once'; end if;
  if new.ended_reason is not null then
    new.ended_at := access.clock();
    new.ended_by := access.account_id();
  end if;
  return new;
end $$;
create trigger identity_link_is_checked before insert or update on access.identity_link
  for each row execute function access.check_identity_link();

-- Who came in by a link that has ended is out.
create function access.end_sessions_of_link() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$ begin
  delete from access.session where account = new.account;
  return null;
end $$;
create trigger identity_link_signs_out after update of ended_reason on access.identity_link
  for each row when (new.ended_at is not null) execute function access.end_sessions_of_link();

revoke execute on function access.check_identity_link(), access.end_sessions_of_link() from public;
grant select, insert on access.identity_link to shengmian_app;
grant update (ended_reason) on access.identity_link to shengmian_app;
grant select, update (confirmed_at) on access.identity_link to shengmian_auth;

-- A failed sign-in stands in the book of the account as well as a success.
alter table access.sign_in_event drop constraint sign_in_event_kind_check;
alter table access.sign_in_event add constraint sign_in_event_kind_check check (kind in ('signed-in', 'signed-in-by-provider', 'sign-in-failed',
  'second-step', 'second-step-failed', 'leads-step', 'locked', 'unlocked', 'totp-set', 'totp-removed', 'passkey-added', 'passkey-removed',
  'recovery-codes-made', 'recovery-code-used', 'signed-out-everywhere', 'identity-confirmed', 'identity-refused'));
