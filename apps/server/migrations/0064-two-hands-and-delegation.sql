-- A standing role takes two hands: who proposes it, and another who could have granted it. Until then it opens nothing. Its holder may
-- lend it for at most thirty days; what is lent is the role as it stands and ends with it.
alter table access.standing_role add column approved_at timestamptz;
alter table access.standing_role add constraint role_approved_with_time check ((approved_by is null) = (approved_at is null));
grant update (approved_by, approved_at) on access.standing_role to shengmian_app;

create table access.delegation (
  id uuid primary key,
  standing_role uuid not null references access.standing_role,
  role text not null,
  authority bigint not null,
  level text not null,
  area int8range not null generated always as (access.area(authority, level)) stored,
  from_account uuid not null references access.account,
  from_name text not null,
  to_account uuid not null references access.account,
  to_name text not null,
  valid tstzrange not null,
  reason text not null check (length(reason) between 2 and 1000),
  proposed_at timestamptz not null default now(),
  approved_by uuid references access.account,
  approved_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references access.account,
  revoked_reason text,
  constraint delegation_of_what_can_be_lent check (role in ('office', 'leading-group', 'inspected-head', 'inspected-liaison', 'department',
    'rectification-reviewer', 'scorer')),
  constraint delegation_of_thirty_days check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)
    and upper(valid) <= lower(valid) + interval '30 days'),
  constraint delegation_has_two_hands check (from_account <> to_account and approved_by <> from_account and approved_by <> to_account),
  constraint delegation_approved_with_time check ((approved_by is null) = (approved_at is null)),
  constraint delegation_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null))
);
comment on table access.delegation is 'A standing role lent for at most thirty days. Orders, case management and administration cannot be lent.';
comment on column access.delegation.from_name is 'Both names stand on it, also where the account of the other cannot be seen.';
create index delegation_to on access.delegation (to_account) where revoked_at is null;
create index delegation_from on access.delegation (from_account);
create index delegation_standing_role on access.delegation (standing_role);
grant select, insert on access.delegation to shengmian_app;
grant update (approved_by, approved_at, revoked_at, revoked_by, revoked_reason) on access.delegation to shengmian_app;

-- Every role that the account of the session holds now, its own and those lent to it: what all rights of standing follow from.
create function access.held_roles() returns table (id uuid, role text, authority bigint, level text, area int8range, county integer,
  body text, unit uuid, starts timestamptz, ends timestamptz, delegation uuid, lent_by text)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
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

create or replace function access.scopes(variadic wanted text[]) returns int8multirange
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select coalesce(range_agg(h.area), '{}'::int8multirange) from access.held_roles() h where h.role = any (wanted)
$$;
create or replace function access.authorities(variadic wanted text[]) returns bigint[]
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct h.authority), '{}'::bigint[]) from access.held_roles() h where h.role = any (wanted)
$$;
create or replace function access.own_units() returns table (county integer, unit uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select h.county, h.unit from access.held_roles() h where h.role in ('inspected-head', 'inspected-liaison')
$$;

-- The three administrators are nobody else, and not one another: who keeps the system reads no business, and who reads business keeps nothing.
create function access.check_duties(account uuid, role text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  administrators constant text[] := array['system-admin', 'security-admin', 'audit-admin'];
begin
  perform pg_advisory_xact_lock(hashtextextended(account::text, 64));
  if exists (
    select from access.standing_role r
    where r.account = check_duties.account and r.revoked_at is null and coalesce(upper(r.valid) > access.clock(), true)
      and r.role <> check_duties.role and (r.role = any (administrators) or check_duties.role = any (administrators))
  ) or check_duties.role = any (administrators) and exists (
    select from access.delegation d
    where d.to_account = check_duties.account and d.revoked_at is null and upper(d.valid) > access.clock()
  ) then
    raise insufficient_privilege using message = 'an administrator holds no other role';
  end if;
end
$$;

create function access.check_standing_role() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    perform access.check_duties(new.account, new.role);
  else
    perform access.check_hands(old.approved_by, new.approved_by, old.revoked_by, new.revoked_by);
  end if;
  return new;
end
$$;

-- Whoever approves or revokes signs with his own name, once.
create function access.check_hands(approved uuid, approves uuid, revoked uuid, revokes uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if approves is distinct from approved and (approved is not null or approves is distinct from access.account_id())
    or revokes is distinct from revoked and (revoked is not null or revokes is distinct from access.account_id()) then
    raise insufficient_privilege using message = 'an approval is signed once, with one''s own name';
  end if;
end
$$;

-- What is lent is what is held, to somebody of that body or below it, and no longer than it lasts.
create function access.check_delegation() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    select a.name into new.from_name from access.account a where a.id = new.from_account;
    select a.name into new.to_name from access.account a where a.id = new.to_account and a.disabled_at is null;
    if not exists (
      select from access.standing_role r join access.account a on a.id = new.to_account and a.area <@ r.area
      where r.id = new.standing_role and r.account = new.from_account and r.role = new.role and r.authority = new.authority
        and r.level = new.level and r.revoked_at is null and r.valid @> access.clock()
        and (r.granted_by is null or r.approved_by is not null) and new.valid <@ r.valid
    ) then
      raise insufficient_privilege using message = 'only what is held can be lent, within its own body and time';
    end if;
    perform access.check_duties(new.to_account, new.role);
  else
    perform access.check_hands(old.approved_by, new.approved_by, old.revoked_by, new.revoked_by);
  end if;
  return new;
end
$$;

create trigger role_is_checked before insert or update on access.standing_role
  for each row execute function access.check_standing_role();
create trigger delegation_is_checked before insert or update on access.delegation
  for each row execute function access.check_delegation();

create function access.end_sessions_of_delegate() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from access.session where account = new.to_account;
  return null;
end
$$;
create trigger delegation_signs_out after update on access.delegation for each row execute function access.end_sessions_of_delegate();

-- Whoever lends names a colleague by his sign-in name: found within the caller's own bodies only, disabled accounts never.
create function access.colleague(sign_in_name text) returns uuid
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select a.id from access.account a
  where a.username = lower(sign_in_name) and a.disabled_at is null and a.id <> access.account_id()
    and exists (select from access.held_roles() h where a.area <@ h.area)
$$;

revoke execute on function access.held_roles(), access.check_duties(uuid, text), access.check_standing_role(), access.check_hands(uuid, uuid, uuid, uuid),
  access.check_delegation(), access.end_sessions_of_delegate(), access.colleague(text) from public;
grant execute on function access.held_roles(), access.colleague(text) to shengmian_app;
