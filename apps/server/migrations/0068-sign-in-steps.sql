-- The steps of a session: a second factor where the account has one, a lock when it is idle, a step of its own before leads.
-- A session that waits for its second factor or is locked has no account, so the database opens nothing to it.
alter table access.session
  add column awaits_second boolean not null default false,
  add column second_at timestamptz,
  add column locked_at timestamptz,
  add column leads_until timestamptz;
comment on column access.session.leads_until is 'Until when this session may use the desk of leads, after its own second step.';

create table access.totp (
  account uuid primary key references access.account,
  secret bytea not null,
  -- A code is good once: the number of the last half minute that was used.
  last_step bigint not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz
);
comment on column access.totp.secret is 'Sealed with a key of the data folder; a copy of the database makes no codes.';

create table access.passkey (
  id uuid primary key,
  account uuid not null references access.account,
  name text not null check (length(name) between 1 and 60),
  credential text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_account on access.passkey (account);

create table access.recovery_code (
  account uuid not null references access.account,
  code_hash text not null,
  used_at timestamptz,
  primary key (account, code_hash)
);

-- What an authenticator has to sign: good once, for one session and one purpose, for a few minutes.
create table access.challenge (
  session uuid not null references access.session on delete cascade,
  purpose text not null check (purpose in ('passkey', 'second-step')),
  challenge text not null,
  expires_at timestamptz not null,
  primary key (session, purpose)
);

create table access.sign_in_event (
  id uuid primary key,
  account uuid not null references access.account,
  kind text not null check (kind in ('signed-in', 'second-step', 'second-step-failed', 'leads-step', 'locked', 'unlocked', 'totp-set', 'totp-removed',
    'passkey-added', 'passkey-removed', 'recovery-codes-made', 'recovery-code-used', 'signed-out-everywhere')),
  at timestamptz not null
);
comment on table access.sign_in_event is 'What happened to the ways into an account: for its owner, the security and the audit administrator. It holds no secret.';
create index sign_in_event_account on access.sign_in_event (account, at desc);

create or replace function access.account_id() returns uuid
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select s.account
  from access.session s join access.account a on a.id = s.account
  where s.token = encode(sha256(convert_to(nullif(current_setting('shengmian.session', true), ''), 'UTF8')), 'hex')
    and s.expires_at > access.clock()
    and not s.awaits_second
    and s.locked_at is null
    and s.updated_at > access.clock() - interval '10 minutes'
    and a.disabled_at is null
$$;

-- Whether the session of the transaction has made the step before leads, and how long it holds.
create function access.leads_until() returns timestamptz
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select s.leads_until from access.session s
  where s.token = encode(sha256(convert_to(nullif(current_setting('shengmian.session', true), ''), 'UTF8')), 'hex')
    and s.account = access.account_id() and s.leads_until > access.clock()
$$;
revoke execute on function access.leads_until() from public;
grant execute on function access.leads_until() to shengmian_app;

grant select, insert, update, delete on access.totp, access.passkey, access.recovery_code, access.challenge to shengmian_auth;
grant insert on access.sign_in_event to shengmian_auth;
grant select on access.sign_in_event to shengmian_app;
