-- Rounds of a rotation that an office took over into its teams. Rows are only added: an undoing is a row of its own.
create table rounds.rotation_adoption (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  origin text not null check (origin in ('adopted', 'undone')),
  pattern text not null check (pattern in ('whole-team', 'half-team')),
  ordinal integer not null check (ordinal > 0),
  problem text not null,
  plan text not null,
  teams_before jsonb not null,
  teams_after jsonb not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round
);
comment on column rounds.rotation_adoption.ordinal is 'Which round of the schedule was taken, from 1.';
create index rotation_adoption_round on rounds.rotation_adoption (round, at);

grant select, insert on rounds.rotation_adoption to shengmian_app;
