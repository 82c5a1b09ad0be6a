-- Division of duties (职责分工): who is responsible, accountable, consulted, informed for each task. A change is a new version.
create table rounds.duty_matrix (
  authority bigint not null,
  version integer not null check (version > 0),
  holders jsonb not null,
  tasks jsonb not null,
  reason text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, version)
);
comment on column rounds.duty_matrix.tasks is 'Rows: title, and one of R, A, C, I or null for each holder, in the order of holders.';

grant select, insert on rounds.duty_matrix to shengmian_app;
