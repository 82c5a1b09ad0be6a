-- What a round inspects (keyed by the inspected county first) and who goes: teams, the pool, members of the plan in force.
create table rounds.target (
  county integer not null,
  round uuid not null,
  unit uuid not null,
  authority bigint not null,
  place bigint not null,
  team uuid,
  workload integer not null check (workload >= 0),
  needs text[] not null default '{}',
  reason text,
  position integer not null,
  primary key (county, round, unit),
  foreign key (authority, round) references rounds.round
);
create index target_round on rounds.target (round);
create index target_unit on rounds.target (unit);

create table rounds.candidate (
  county integer not null,
  round uuid not null,
  unit uuid not null,
  authority bigint not null,
  place bigint not null,
  factors jsonb not null,
  score double precision not null,
  rank integer not null check (rank > 0),
  scored_by uuid not null,
  scored_at timestamptz not null,
  primary key (county, round, unit),
  foreign key (authority, round) references rounds.round
);
create index candidate_round on rounds.candidate (round, rank);

create table rounds.team (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  number integer not null,
  name text not null,
  sending bigint,
  host bigint,
  slots jsonb not null,
  primary key (authority, id),
  unique (authority, round, number),
  foreign key (authority, round) references rounds.round
);
create index team_round on rounds.team (round);

create table rounds.pool (
  authority bigint not null,
  round uuid not null,
  person uuid not null,
  position integer not null,
  pinned uuid,
  primary key (authority, round, person),
  foreign key (authority, round) references rounds.round
);
create index pool_round on rounds.pool (round);

create table rounds.member (
  authority bigint not null,
  round uuid not null,
  person uuid not null,
  team uuid not null,
  slot smallint not null,
  role text not null,
  name text not null,
  primary key (authority, round, person),
  foreign key (authority, round) references rounds.round
);
comment on table rounds.member is 'The members of the plan in force, derived from its newest version; the plan file itself is the record.';
create index member_round on rounds.member (round);
create index member_person on rounds.member (person);

create table rounds.withdrawal (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  person uuid not null,
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
  constraint withdrawal_by_another check (decided_by <> asked_by)
);
create index withdrawal_round on rounds.withdrawal (round);

grant select, insert, update, delete on rounds.target, rounds.candidate, rounds.team, rounds.pool, rounds.member to shengmian_app;
grant select, insert, update on rounds.withdrawal to shengmian_app;
