-- Who holds what is said in one place, by functions so plain that PostgreSQL weaves them into whatever asks: a function of its own rights
-- or settings is a call of ten microseconds and more, and every statement asks several times. No other role may call them.

-- The body names its schema, so no search path leads it elsewhere.
create or replace function access.clock() returns timestamptz
language sql stable parallel safe
as $$ select pg_catalog.now() $$;
alter function access.clock() reset all;

-- Every role that the account of the session was given, its own and those lent to it.
create function access.granted_roles() returns table (id uuid, role text, authority bigint, level text, area int8range, county integer,
  body text, unit uuid, starts timestamptz, ends timestamptz, delegation uuid, lent_by text)
language sql stable parallel restricted
as $$
  select r.id, r.role, r.authority, r.level, r.area, r.county, r.body, r.unit, lower(r.valid), upper(r.valid), null::uuid, null::text
  from access.standing_role r
  where r.account = (select access.account_id()) and r.revoked_at is null and r.valid @> access.clock()
    and (r.granted_by is null or r.approved_by is not null)
  union all
  select l.id, l.role, l.authority, l.level, l.area, l.county, l.body, l.unit, lower(d.valid), upper(d.valid), d.id, d.from_name
  from access.delegation d
  join access.standing_role l on l.id = d.standing_role and l.account = d.from_account
  join access.account a on a.id = d.from_account
  where d.to_account = (select access.account_id()) and d.approved_by is not null
    and d.revoked_at is null and d.valid @> access.clock()
    and l.revoked_at is null and l.valid @> access.clock() and (l.granted_by is null or l.approved_by is not null)
    and a.disabled_at is null
$$;

-- The emergency in force of the session's account.
create function access.emergency_in_force() returns table (id uuid, role text, authority bigint, level text, area int8range, body text,
  starts timestamptz, ends timestamptz)
language sql stable parallel restricted
as $$
  select e.id, e.role, e.authority, e.level, e.area, e.body, e.confirmed_at, e.ends_at
  from access.emergency e
  where e.account = (select access.account_id()) and e.confirmed_by <> e.account and e.ended_at is null and e.ends_at > access.clock()
$$;

-- Every role that it holds now: what all rights of standing follow from.
create function access.roles_now() returns table (id uuid, role text, authority bigint, level text, area int8range, county integer,
  body text, unit uuid, starts timestamptz, ends timestamptz, delegation uuid, lent_by text)
language sql stable parallel restricted
as $$
  select * from access.granted_roles()
  union all
  select e.id, e.role, e.authority, e.level, e.area, (e.authority / 1000000)::integer, e.body, null::uuid, e.starts, e.ends, null::uuid, null::text
  from access.emergency_in_force() e
$$;
revoke execute on function access.granted_roles(), access.emergency_in_force(), access.roles_now() from public;

-- The same for the session itself to see.
create or replace function access.held_roles() returns table (id uuid, role text, authority bigint, level text, area int8range, county integer,
  body text, unit uuid, starts timestamptz, ends timestamptz, delegation uuid, lent_by text)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$ select * from access.roles_now() $$;
create or replace function access.emergency_now() returns table (id uuid, role text, authority bigint, level text, area int8range, body text,
  starts timestamptz, ends timestamptz)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$ select * from access.emergency_in_force() $$;

create or replace function access.scopes(variadic wanted text[]) returns int8multirange
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select coalesce(range_agg(h.area), '{}'::int8multirange) from access.roles_now() h where h.role = any (wanted)
$$;
create or replace function access.authorities(variadic wanted text[]) returns bigint[]
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct h.authority), '{}'::bigint[]) from access.roles_now() h where h.role = any (wanted)
$$;
create or replace function access.own_units() returns table (county integer, unit uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select h.county, h.unit from access.roles_now() h where h.role in ('inspected-head', 'inspected-liaison')
$$;
