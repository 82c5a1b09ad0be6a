-- What an account may do by standing: a role at an authority within a window. A team member's sight comes from orders, not from here.
create table access.standing_role (
  id uuid primary key,
  account uuid not null references access.account,
  role text not null check (role in ('office', 'leading-group', 'inspected-head', 'inspected-liaison', 'department', 'inspector',
    'rectification-reviewer', 'case-management', 'scorer', 'system-admin', 'security-admin', 'audit-admin')),
  authority bigint not null,
  level text not null,
  area int8range not null generated always as (access.area(authority, level)) stored,
  county integer not null generated always as (authority / 1000000) stored,
  body text not null check (length(body) between 1 and 120),
  unit uuid,
  valid tstzrange not null,
  granted_by uuid references access.account,
  approved_by uuid references access.account,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid references access.account,
  revoked_reason text,
  constraint role_authority_fits_level check (level in ('nation', 'province', 'city', 'county', 'township', 'village')
    and authority % (upper(access.area(authority, level)) - authority) = 0),
  constraint role_not_to_oneself check (granted_by <> account and approved_by <> account and approved_by <> granted_by),
  constraint role_window_has_start check (not isempty(valid) and not lower_inf(valid)),
  constraint role_of_unit check ((unit is null) = (role not in ('inspected-head', 'inspected-liaison'))),
  constraint role_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null))
);
comment on column access.standing_role.body is 'The body''s name as it stands on documents, e.g. 天津市委巡视工作领导小组办公室.';
comment on column access.standing_role.unit is 'The inspected unit that its head or liaison speaks for.';
comment on column access.standing_role.granted_by is 'Null only for what was there at installation.';
create index standing_role_account on access.standing_role (account) where revoked_at is null;
create index standing_role_authority on access.standing_role (authority);

-- A change of rights ends every session of the account: nobody keeps working on what he had. In the database, so that no path forgets it.
create function access.end_sessions() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from access.session where account = new.account;
  return null;
end
$$;
create trigger role_change_signs_out after insert or update on access.standing_role
  for each row execute function access.end_sessions();

create function access.end_sessions_of_disabled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from access.session where account = new.id;
  return null;
end
$$;
create trigger disabling_signs_out after update of disabled_at on access.account
  for each row execute function access.end_sessions_of_disabled();
create trigger new_passphrase_signs_out after update of passphrase on access.credential
  for each row execute function access.end_sessions();
revoke execute on function access.end_sessions(), access.end_sessions_of_disabled() from public;

grant select, insert on access.standing_role to shengmian_app;
grant update (revoked_at, revoked_by, revoked_reason) on access.standing_role to shengmian_app;
