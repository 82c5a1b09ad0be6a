-- Who signs in: accounts, their credentials and sessions. The names of the columns are ours; better-auth is told them.
create schema access;
comment on schema access is 'Accounts, sign-in, standing roles, engagement orders, recusals: where every right comes from.';

-- The numbers a place of a level covers, itself included: every scope is one range.
create function access.area(place bigint, level text) returns int8range
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp
as $$
  select int8range(place, place + case level
    when 'nation' then 1000000000000 when 'province' then 10000000000 when 'city' then 100000000
    when 'county' then 1000000 when 'township' then 1000 when 'village' then 1 end)
$$;

-- The instant that rights are measured against. Nobody at run time may replace it; tests hold it still.
create function access.clock() returns timestamptz
language sql stable parallel safe set search_path = pg_catalog, pg_temp
as $$ select now() $$;

create table access.account (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9_.-]{2,29}$'),
  name text not null check (length(name) between 1 and 80),
  -- better-auth wants an address; ours is made from the username and nothing is ever sent to it.
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  authority bigint not null,
  level text not null,
  area int8range not null generated always as (access.area(authority, level)) stored,
  person uuid unique,
  created_by uuid references access.account,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  disabled_at timestamptz,
  disabled_by uuid references access.account,
  disabled_reason text,
  constraint account_authority_fits_level check (level in ('nation', 'province', 'city', 'county', 'township', 'village')
    and authority % (upper(access.area(authority, level)) - authority) = 0),
  constraint account_disabled_with_reason check ((disabled_at is null) = (disabled_reason is null))
);
comment on column access.account.authority is 'The body that keeps this account: 12-digit place number, lowest of its range.';
comment on column access.account.person is 'The person of the talent pool who signs in with this account.';
create index account_authority on access.account (authority);

create table access.credential (
  id uuid primary key,
  account uuid not null references access.account,
  provider text not null default 'credential',
  provider_account text not null,
  passphrase text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (account, provider)
);
comment on column access.credential.passphrase is 'scrypt hash; no run-time role but shengmian_auth may read it.';

create table access.session (
  id uuid primary key,
  token text not null unique,
  account uuid not null references access.account,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ip_address text,
  user_agent text
);
comment on column access.session.token is 'SHA-256 of the secret that the client holds, so a copy of the database opens no session.';
create index session_account on access.session (account);
create index session_expires on access.session (expires_at);

create table access.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Counted by the name typed, whether or not such an account exists: the answer is the same for both.
create table access.sign_in_failure (
  name_hash text primary key,
  failures integer not null,
  blocked_until timestamptz not null,
  last_at timestamptz not null
);
create index sign_in_failure_last on access.sign_in_failure (last_at);

grant usage on schema access to shengmian_app, shengmian_auth, shengmian_worker;
revoke execute on all functions in schema access from public;
grant execute on all functions in schema access to shengmian_app, shengmian_auth, shengmian_worker;
grant select, insert, update, delete on access.session, access.verification, access.sign_in_failure to shengmian_auth;
grant select on access.account to shengmian_auth;
grant select, update on access.credential to shengmian_auth;
grant select, insert on access.account to shengmian_app;
-- The person cannot be changed: with it, orders would change hands.
grant update (name, updated_at, disabled_at, disabled_by, disabled_reason) on access.account to shengmian_app;
grant select (id, account, provider), insert, update (passphrase, updated_at) on access.credential to shengmian_app;
