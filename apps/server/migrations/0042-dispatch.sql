-- Proposals of the solver and the versions of the plan. Problem and plan are kept as the very text that was hashed.
create table rounds.proposal (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('plan', 'repair')),
  keeps integer,
  keeps_plan text,
  revision integer not null,
  state text not null check (state in ('queued', 'running', 'done', 'no-plan', 'failed', 'cancelled')),
  seed text not null,
  effort text not null,
  problem_hash text not null,
  problem text not null,
  plan_hash text,
  plan text,
  progress jsonb not null default '{}',
  no_plan jsonb,
  verified boolean,
  message jsonb,
  version integer,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  constraint proposal_shows_only_verified_plans check (state <> 'done' or (plan is not null and verified))
);
create index proposal_round on rounds.proposal (round, asked_at);

create table rounds.plan (
  authority bigint not null,
  round uuid not null,
  version integer not null check (version > 0),
  origin text not null check (origin in ('proposal', 'by-hand', 'undo', 'repair', 'loaded')),
  reason text,
  revision integer not null,
  problem_hash text not null,
  problem text not null,
  plan_hash text not null,
  plan text not null,
  changes jsonb not null,
  undoes integer,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, round, version),
  foreign key (authority, round) references rounds.round,
  constraint plan_by_hand_has_reason check (origin not in ('by-hand', 'undo') or reason is not null)
);
create index plan_round on rounds.plan (round, version);

create table rounds.waiver (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  rule text not null check (rule in ('home', 'native', 'posting', 'repeat', 'local', 'tie', 'barred', 'unknown')),
  person uuid not null,
  person_name text not null,
  unit uuid not null,
  unit_name text not null,
  why text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round
);
comment on table rounds.waiver is 'Signed exceptions. Kinship (rule kin) is not among the rules that anybody may lift.';
create index waiver_round on rounds.waiver (round);

create table rounds.late_tie (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  person uuid not null,
  official uuid,
  official_name text,
  unit uuid,
  unit_name text,
  kind text not null,
  degree text,
  strength integer not null,
  detail text not null,
  source text not null check (source in ('self', 'office', 'unit')),
  effect text not null check (effect in ('pending', 'none', 'counted', 'barred')),
  affected jsonb not null,
  repair uuid,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  constraint late_tie_has_other_end check (num_nonnulls(official, unit) = 1)
);
create index late_tie_round on rounds.late_tie (round);

-- Earlier rounds as the rules read them: filled when a round closes, or brought along from before the product.
create table rounds.past_round (
  authority bigint not null,
  label text not null,
  position integer not null,
  title text not null,
  primary key (authority, label)
);
create table rounds.past_visit (
  authority bigint not null,
  label text not null,
  person uuid not null,
  region text not null,
  primary key (authority, label, person, region),
  foreign key (authority, label) references rounds.past_round
);
create table rounds.past_dispatch (
  authority bigint not null,
  label text not null,
  home text not null,
  host text not null,
  primary key (authority, label, home, host),
  foreign key (authority, label) references rounds.past_round
);
create table rounds.travel (
  authority bigint not null,
  home text not null,
  host text not null,
  kilometres integer not null check (kilometres >= 0),
  primary key (authority, home, host)
);

grant select, insert, update on rounds.proposal to shengmian_app, shengmian_worker;
grant select, insert on rounds.plan, rounds.late_tie, rounds.past_round, rounds.past_visit, rounds.past_dispatch, rounds.travel to shengmian_app;
grant select, insert, update on rounds.waiver to shengmian_app;
