-- A round's report on its way up: handed in, reviewed, signed by the leader of the leading group. Each row stands for ever.
create table rounds.report_step (
  authority bigint not null,
  id uuid not null,
  round uuid not null,
  event text not null check (event in ('submit', 'review', 'approve', 'return')),
  opinion text not null check (length(opinion) between 1 and 1000),
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round
);
create index report_step_round on rounds.report_step (authority, round, at);

grant select, insert on rounds.report_step to shengmian_app;
