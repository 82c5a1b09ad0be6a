-- Who answers for what around an inspection (分工): the leading group's roster, county leaders with their towns, the discipline body's
-- daily supervisor, the liaison of a place. One row is one person or body in one capacity until it is taken back; nothing is overwritten.
create table rounds.charge (
  authority bigint not null,
  id uuid not null,
  kind text not null check (kind in ('group-leader', 'group-deputy', 'group-member', 'area-leader', 'daily-supervisor', 'liaison')),
  place bigint not null,
  level text not null check (level in ('province', 'city', 'county', 'township', 'village')),
  area int8range not null generated always as (access.area(place, level)) stored,
  place_name text not null,
  unit uuid,
  name text not null check (length(name) between 1 and 120),
  title text,
  phone text,
  account uuid references access.account,
  recorded_by uuid not null,
  recorded_name text not null,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (authority, id),
  constraint charge_place_fits_level check (place % (upper(access.area(place, level)) - place) = 0),
  constraint charge_group_at_its_place check (kind not in ('group-leader', 'group-deputy', 'group-member') or place = authority),
  constraint charge_unit_only_supervised check (unit is null or kind = 'daily-supervisor'),
  constraint charge_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null))
);
comment on column rounds.charge.name is 'A person, or for a daily supervisor the body: 市纪委监委第三监督检查室.';
comment on column rounds.charge.unit is 'The one unit that a daily supervisor answers for; null: every unit in the area.';
comment on column rounds.charge.account is 'Whose sight follows from it; null: named on paper only.';
-- One at a time: a group has one leader, a place one liaison. Deputies and members are many.
create unique index charge_one_in_force on rounds.charge (authority, kind, place, level, coalesce(unit, '00000000-0000-0000-0000-000000000000'))
  where revoked_at is null and kind not in ('group-deputy', 'group-member');
create index charge_account on rounds.charge (account) where revoked_at is null;

grant select, insert on rounds.charge to shengmian_app;
grant update (revoked_at, revoked_reason) on rounds.charge to shengmian_app;

-- Authorities whose leading group the account heads now.
create function access.led_groups() returns table (authority bigint)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select c.authority from rounds.charge c
  where c.account = (select access.account_id()) and c.kind = 'group-leader' and c.revoked_at is null
$$;

-- Targets whose logistics the account sees as the liaison of their place, while the round is under way: the right ends with it.
create function access.liaison_targets() returns table (authority bigint, round uuid, unit uuid, place bigint)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select t.authority, t.round, t.unit, t.place
  from rounds.charge c
  join rounds.target t on t.authority = c.authority and t.place <@ c.area
  join rounds.round r on r.authority = t.authority and r.id = t.round
  where c.account = (select access.account_id()) and c.kind = 'liaison' and c.revoked_at is null
    and r.state in ('authorised', 'running', 'reporting')
$$;

-- What the account itself answers for, for the line at the head of every page.
create function access.own_charges() returns table (id uuid, kind text, authority bigint, place bigint, place_name text)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select c.id, c.kind, c.authority, c.place, c.place_name from rounds.charge c
  where c.account = (select access.account_id()) and c.revoked_at is null
$$;
revoke execute on function access.led_groups(), access.liaison_targets(), access.own_charges() from public;
grant execute on function access.led_groups(), access.liaison_targets(), access.own_charges() to shengmian_app;

-- A message to liaisons: one row for each, which only he himself answers.
create table rounds.liaison_message (
  authority bigint not null,
  id uuid not null,
  message uuid not null,
  charge uuid not null,
  account uuid not null,
  place bigint not null,
  text text not null check (length(text) between 1 and 4000),
  answer_hours integer not null check (answer_hours between 1 and 720),
  recorded_by uuid not null,
  recorded_name text not null,
  sent_at timestamptz not null,
  acknowledged_at timestamptz,
  reply text,
  primary key (authority, id),
  unique (authority, message, charge),
  foreign key (authority, charge) references rounds.charge
);
create index liaison_message_account on rounds.liaison_message (account, sent_at);
create index liaison_message_sent on rounds.liaison_message (authority, sent_at);

-- Acknowledged once, and not taken back.
create function rounds.guard_acknowledgement() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$ begin
  if old.acknowledged_at is not null then raise exception 'a message is acknowledged once' using errcode = '42501'; end if;
  return new;
end $$;
revoke execute on function rounds.guard_acknowledgement() from public;
create trigger acknowledged_once before update on rounds.liaison_message
  for each row execute function rounds.guard_acknowledgement();

grant select, insert on rounds.liaison_message to shengmian_app;
grant update (acknowledged_at, reply) on rounds.liaison_message to shengmian_app;
