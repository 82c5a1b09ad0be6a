-- Who holds what is said in one place, by functions so plain that PostgreSQL weaves them into whatever asks: a function of its own rights
-- or settings is a call of ten microseconds and more. They take the account that they speak of; no other role may call them.

-- The body names its schema, so no search path leads it elsewhere.
create or replace function access.clock() returns timestamptz
language sql stable parallel safe
as $$ select pg_catalog.now() $$;
alter function access.clock() reset all;

-- The account of the session named by the transaction, or null: unknown, ended, idle too long, locked, waiting for its second step, or the
-- account is disabled.
create function access.session_account() returns uuid
language sql stable parallel restricted
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

-- Every role that an account was given, its own and those lent to it.
create function access.granted_roles(holder uuid) returns table (id uuid, role text, authority bigint, level text, area int8range, county integer,
  body text, unit uuid, starts timestamptz, ends timestamptz, delegation uuid, lent_by text)
language sql stable parallel restricted
as $$
  select r.id, r.role, r.authority, r.level, r.area, r.county, r.body, r.unit, lower(r.valid), upper(r.valid), null::uuid, null::text
  from access.standing_role r
  where r.account = holder and r.revoked_at is null and r.valid @> access.clock()
    and (r.granted_by is null or r.approved_by is not null)
  union all
  select l.id, l.role, l.authority, l.level, l.area, l.county, l.body, l.unit, lower(d.valid), upper(d.valid), d.id, d.from_name
  from access.delegation d
  join access.standing_role l on l.id = d.standing_role and l.account = d.from_account
  join access.account a on a.id = d.from_account
  where d.to_account = holder and d.approved_by is not null
    and d.revoked_at is null and d.valid @> access.clock()
    and l.revoked_at is null and l.valid @> access.clock() and (l.granted_by is null or l.approved_by is not null)
    and a.disabled_at is null
$$;

-- The emergency in force of an account.
create function access.emergency_of(holder uuid) returns table (id uuid, role text, authority bigint, level text, area int8range, body text,
  starts timestamptz, ends timestamptz)
language sql stable parallel restricted
as $$
  select e.id, e.role, e.authority, e.level, e.area, e.body, e.confirmed_at, e.ends_at
  from access.emergency e
  where e.account = holder and e.confirmed_by <> e.account and e.ended_at is null and e.ends_at > access.clock()
$$;

-- Every role that an account holds now: what all rights of standing follow from.
create function access.roles_of(holder uuid) returns table (id uuid, role text, authority bigint, level text, area int8range, county integer,
  body text, unit uuid, starts timestamptz, ends timestamptz, delegation uuid, lent_by text)
language sql stable parallel restricted
as $$
  select * from access.granted_roles(holder)
  union all
  select e.id, e.role, e.authority, e.level, e.area, (e.authority / 1000000)::integer, e.body, null::uuid, e.starts, e.ends, null::uuid, null::text
  from access.emergency_of(holder) e
$$;

-- The places from which a person is recused.
create function access.recused_from(who uuid) returns int8multirange
language sql stable parallel restricted
as $$
  select coalesce(range_agg(q.area), '{}'::int8multirange) from access.recusal q where q.person = who and q.lifted_at is null
$$;
revoke execute on function access.session_account(), access.granted_roles(uuid), access.emergency_of(uuid), access.roles_of(uuid),
  access.recused_from(uuid) from public;

-- The same for the session itself to see.
create or replace function access.held_roles() returns table (id uuid, role text, authority bigint, level text, area int8range, county integer,
  body text, unit uuid, starts timestamptz, ends timestamptz, delegation uuid, lent_by text)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$ select * from access.roles_of((select access.account_id())) $$;
create or replace function access.emergency_now() returns table (id uuid, role text, authority bigint, level text, area int8range, body text,
  starts timestamptz, ends timestamptz)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$ select * from access.emergency_of((select access.account_id())) $$;
create or replace function access.own_units() returns table (county integer, unit uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select h.county, h.unit from access.roles_of((select access.account_id())) h where h.role in ('inspected-head', 'inspected-liaison')
$$;
