-- The modes of a round side by side, solved by a job on the problem as it stood.
create table rounds.mode_comparison (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  revision integer not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  seed text not null,
  effort text not null,
  tickets integer not null check (tickets >= 0),
  rates jsonb,
  problem_hash text not null,
  problem text not null,
  progress jsonb not null default '{}',
  comparison text,
  message jsonb,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  constraint comparison_done_has_figures check (state <> 'done' or comparison is not null)
);
comment on column rounds.mode_comparison.revision is
  'Of the round when it was compared. Readers who see less than the office did can build no equal problem, so they compare this.';
create index mode_comparison_round on rounds.mode_comparison (round, asked_at);

-- Modes that the office took over into a draft, and why. Rows are only added: an undoing is a row of its own.
create table rounds.mode_adoption (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  comparison uuid not null,
  origin text not null check (origin in ('adopted', 'undone')),
  mode text not null check (mode in ('rotation', 'pooled', 'elevated', 'paired', 'scattered')),
  reason text not null,
  revision integer not null,
  before jsonb not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  foreign key (authority, comparison) references rounds.mode_comparison
);
comment on column rounds.mode_adoption.revision is 'Of the round right after it: as long as the round has it, nothing else was changed.';
comment on column rounds.mode_adoption.before is 'Mode, rules and teams of the round before.';
create index mode_adoption_round on rounds.mode_adoption (round, at);

grant select, insert, update on rounds.mode_comparison to shengmian_app;
grant select, update on rounds.mode_comparison to shengmian_worker;
grant select, insert on rounds.mode_adoption to shengmian_app;
