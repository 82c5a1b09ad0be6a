-- The calendar (排期) of a term: days on which places may not be visited, how it is planned, what the solver answered, and its versions.
create table rounds.blackout (
  authority bigint not null,
  id uuid not null,
  place text not null,
  kind text not null check (kind in ('election', 'farming', 'other')),
  from_day date not null,
  to_day date not null,
  yearly boolean not null,
  reason text not null,
  source text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id),
  constraint blackout_ends_after_start check (to_day >= from_day),
  constraint blackout_of_every_year_is_shorter check (not yearly or to_day - from_day < 365)
);
comment on column rounds.blackout.place is 'Code of the place: the window holds there and everywhere below.';
comment on column rounds.blackout.yearly is 'The same days come again in every year of a term.';
create index blackout_day on rounds.blackout (authority, from_day);

create table rounds.term_calendar (
  authority bigint not null,
  plan uuid not null,
  settings jsonb not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, plan),
  foreign key (authority, plan) references rounds.term_plan
);

-- What an office wishes for one unit: how urgent it is, and the period that it is pinned to.
create table rounds.calendar_wish (
  county integer not null,
  plan uuid not null,
  unit uuid not null,
  authority bigint not null,
  place bigint not null,
  urgency smallint check (urgency between 0 and 100),
  period text,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (county, plan, unit),
  foreign key (authority, plan) references rounds.term_plan,
  constraint wish_wishes_something check (num_nonnulls(urgency, period) > 0)
);
create index calendar_wish_plan on rounds.calendar_wish (plan);

create table rounds.calendar_proposal (
  authority bigint not null,
  plan uuid not null,
  id uuid not null,
  state text not null check (state in ('queued', 'running', 'done', 'no-plan', 'failed', 'cancelled')),
  seed text not null,
  problem_hash text not null,
  problem text not null,
  kept text not null,
  progress jsonb not null default '{}',
  no_plan jsonb,
  message jsonb,
  version integer,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (authority, id),
  foreign key (authority, plan) references rounds.term_plan,
  constraint calendar_proposal_done_has_version check (state <> 'done' or version is not null)
);
create index calendar_proposal_plan on rounds.calendar_proposal (plan, asked_at);
-- One at a time: a second waits for nobody, it is refused.
create unique index calendar_proposal_alone on rounds.calendar_proposal (authority, plan) where state in ('queued', 'running');

create table rounds.calendar_version (
  authority bigint not null,
  plan uuid not null,
  version integer not null check (version > 0),
  origin text not null check (origin in ('computed', 'by-hand', 'undo')),
  problem_hash text not null,
  problem text not null,
  calendar text not null,
  changes jsonb not null,
  undoes integer,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, plan, version),
  foreign key (authority, plan) references rounds.term_plan,
  constraint calendar_undo_names_version check ((origin = 'undo') = (undoes is not null))
);
comment on column rounds.calendar_version.calendar is 'The plan file as it was verified, `shengmian.calendar-plan/1`.';
comment on column rounds.calendar_version.changes is 'Of a change by hand: unit, period before and after, pin before and after.';
create index calendar_version_plan on rounds.calendar_version (plan, version);

grant select, insert, update, delete on rounds.blackout, rounds.calendar_wish to shengmian_app;
grant select, insert, update on rounds.term_calendar to shengmian_app;
grant select, insert, update on rounds.calendar_proposal to shengmian_app;
grant select, update on rounds.calendar_proposal to shengmian_worker;
grant select, insert on rounds.calendar_version to shengmian_app, shengmian_worker;
