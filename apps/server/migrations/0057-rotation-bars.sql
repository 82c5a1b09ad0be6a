-- Pairs that an office rules out of a rotation by name, each with its reason.
create table rounds.rotation_bar (
  authority bigint not null,
  round uuid not null,
  home text not null,
  host text not null,
  why text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, round, home, host),
  foreign key (authority, round) references rounds.round
);
create index rotation_bar_round on rounds.rotation_bar (round);

grant select, insert, delete on rounds.rotation_bar to shengmian_app;
