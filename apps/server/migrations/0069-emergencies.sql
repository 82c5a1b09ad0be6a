-- Emergency access (break-glass): one asks, a security administrator confirms, it ends within two hours, everything read under it is in a
-- book, and a report closes it.
create table access.emergency (
  id uuid primary key,
  account uuid not null references access.account,
  name text not null,
  role text not null check (role in ('office', 'leading-group')),
  authority bigint not null,
  level text not null,
  area int8range not null generated always as (access.area(authority, level)) stored,
  body text not null check (length(body) between 1 and 120),
  reason text not null check (length(reason) between 2 and 1000),
  minutes integer not null check (minutes between 10 and 120),
  asked_at timestamptz not null,
  confirmed_by uuid references access.account,
  confirmed_name text,
  confirmed_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz,
  report text check (length(report) between 10 and 4000),
  reported_at timestamptz,
  constraint emergency_authority_fits_level check (level in ('nation', 'province', 'city', 'county', 'township', 'village')
    and authority % (upper(access.area(authority, level)) - authority) = 0),
  constraint emergency_has_two_hands check (confirmed_by <> account),
  constraint emergency_of_two_hours check (ends_at <= confirmed_at + interval '2 hours'),
  constraint emergency_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_at is null) = (ends_at is null)),
  constraint emergency_reported_whole check ((report is null) = (reported_at is null))
);
create index emergency_account on access.emergency (account, asked_at desc);
create index emergency_authority on access.emergency (authority);

create table access.emergency_reading (
  id uuid primary key,
  emergency uuid not null references access.emergency,
  account uuid not null references access.account,
  at timestamptz not null,
  method text not null,
  address text not null check (length(address) <= 2000)
);
comment on table access.emergency_reading is 'Every request made while an emergency was in force, written before it is answered.';
create index emergency_reading_emergency on access.emergency_reading (emergency, at desc);

-- Nobody signs for another, nothing is signed twice, and no administrator takes part in business by this way.
create function access.check_emergency() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    if exists (select from access.standing_role r where r.account = new.account and r.revoked_at is null
        and coalesce(upper(r.valid) > access.clock(), true) and r.role in ('system-admin', 'security-admin', 'audit-admin')) then
      raise insufficient_privilege using message = 'an administrator holds no other role';
    end if;
    if exists (select from access.emergency e where e.account = new.account and e.confirmed_at is not null and e.report is null) then
      raise insufficient_privilege using message = 'the last emergency has no report yet';
    end if;
    select a.name into new.name from access.account a where a.id = new.account;
    new.asked_at := access.clock();
    new.confirmed_name := null; new.confirmed_at := null; new.ends_at := null;
    new.ended_at := null; new.report := null; new.reported_at := null;
  elsif access.account_id() = old.account then
    if new.confirmed_by is distinct from old.confirmed_by or old.confirmed_at is null or old.report is not null then
      raise insufficient_privilege using message = 'one''s own emergency is reported once, and never confirmed';
    end if;
    new.confirmed_name := old.confirmed_name; new.confirmed_at := old.confirmed_at; new.ends_at := old.ends_at;
    new.ended_at := least(old.ends_at, access.clock());
    new.reported_at := access.clock();
  else
    if old.confirmed_at is not null or new.report is not null or old.asked_at < access.clock() - interval '1 hour' then
      raise insufficient_privilege using message = 'an emergency is confirmed once, within an hour';
    end if;
    new.confirmed_by := access.account_id();
    select a.name into new.confirmed_name from access.account a where a.id = access.account_id();
    new.confirmed_at := access.clock();
    new.ends_at := access.clock() + make_interval(mins => old.minutes);
    new.ended_at := null; new.reported_at := null;
    -- As at every change of rights: he signs in again, with his second factor.
    delete from access.session where account = old.account;
  end if;
  return new;
end
$$;
create trigger emergency_is_checked before insert or update on access.emergency
  for each row execute function access.check_emergency();
revoke execute on function access.check_emergency() from public;

-- The emergency in force of the session's account.
create function access.emergency_now() returns table (id uuid, role text, authority bigint, level text, area int8range, body text,
  starts timestamptz, ends timestamptz)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select e.id, e.role, e.authority, e.level, e.area, e.body, e.confirmed_at, e.ends_at
  from access.emergency e
  where e.account = (select access.account_id()) and e.confirmed_by <> e.account and e.ended_at is null and e.ends_at > access.clock()
$$;
revoke execute on function access.emergency_now() from public;
grant execute on function access.emergency_now() to shengmian_app;

-- What held_roles() of 0064 says, and the emergency in force beside it.
create or replace function access.held_roles() returns table (id uuid, role text, authority bigint, level text, area int8range, county integer,
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
  union all
  select e.id, e.role, e.authority, e.level, e.area, (e.authority / 1000000)::integer, e.body, null::uuid, e.starts, e.ends, null::uuid, null::text
  from access.emergency_now() e
$$;

grant select, insert on access.emergency to shengmian_app;
grant update (confirmed_by, ended_at, report) on access.emergency to shengmian_app;
grant select on access.emergency to shengmian_auth;
grant select on access.emergency_reading to shengmian_app;
grant insert on access.emergency_reading to shengmian_auth;
