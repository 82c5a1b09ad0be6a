-- Rounds belong to the authority that commissions them (授权党委); every table below carries that authority and the round.
create schema rounds;
comment on schema rounds is 'Term plans, rounds, targets, teams, dispatch plans, programmes.';

create table rounds.step (
  machine text not null,
  from_state text not null,
  event text not null,
  to_state text not null,
  primary key (machine, from_state, event)
);
comment on table rounds.step is 'The only changes of state there are; filled from roundSteps of the contract at every start.';

create table rounds.round (
  authority bigint not null,
  id uuid not null,
  year smallint not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  kinds text[] not null check (kinds <@ '{routine,special,mobile,look-back}' and cardinality(kinds) > 0),
  mode text not null check (mode in ('rotation', 'pooled', 'paired', 'scattered')),
  types text[] not null check (types <@ '{cross-region,level-raised,assistance}'),
  elevated boolean not null,
  sending bigint,
  host bigint,
  state text not null default 'draft',
  starts date not null,
  planned_ends date not null,
  ends date not null,
  started_on date,
  left_on date,
  template text,
  programme uuid,
  authorisation jsonb,
  basis jsonb not null default '[]',
  rules jsonb not null default '{}',
  zones jsonb not null default '[]',
  apart jsonb not null default '[]',
  positions jsonb not null default '{}',
  revision integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  submitted_by uuid,
  primary key (authority, id),
  unique (authority, year, number),
  constraint round_ends_after_start check (ends >= starts and planned_ends >= starts)
);
comment on column rounds.round.planned_ends is 'The end as first planned; lateness is counted from it. ends is the agreed one.';
comment on column rounds.round.revision is 'Rises with every change of settings, targets, teams or people.';
comment on column rounds.round.positions is 'Positions of places in whole kilometres in any plane, by code: travel is measured between them.';
create index round_id on rounds.round (id);
create index round_window on rounds.round (starts, ends);

create table rounds.round_event (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  event text not null,
  from_state text,
  to_state text not null,
  reason text,
  meeting uuid,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round
);
create index round_event_round on rounds.round_event (round, at);

-- A change of state that stands in no row of the machine is refused, whoever asks.
create function rounds.guard_state() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$ begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then raise exception 'a round begins as a draft' using errcode = '42501'; end if;
  elsif new.state <> old.state and not exists (
    select from rounds.step where machine = 'round' and from_state = old.state and to_state = new.state) then
    raise exception 'no step leads from % to %', old.state, new.state using errcode = '42501';
  end if;
  return new;
end $$;
create trigger round_state before insert or update of state on rounds.round
  for each row execute function rounds.guard_state();

create table rounds.extension (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  from_day date not null,
  to_day date not null,
  reason text not null,
  state text not null check (state in ('asked', 'approved', 'refused')),
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_name text,
  opinion text,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  constraint extension_by_another check (decided_by <> asked_by),
  constraint extension_longer check (to_day > from_day)
);
create index extension_round on rounds.extension (round);

grant usage on schema rounds to shengmian_app, shengmian_worker;
grant select on rounds.step to shengmian_app, shengmian_worker;
grant select, insert, update on rounds.round, rounds.extension to shengmian_app;
grant select, insert on rounds.round_event to shengmian_app;
