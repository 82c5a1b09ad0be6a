-- The plan of a five-year term and what each of its years inspects.
create table rounds.term_plan (
  authority bigint not null,
  id uuid not null,
  title text not null,
  first_year smallint not null,
  last_year smallint not null,
  cooling_years smallint not null check (cooling_years >= 0),
  note text not null default '',
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (authority, id),
  constraint term_has_years check (last_year >= first_year and last_year - first_year < 10)
);
create index term_plan_id on rounds.term_plan (id);

create table rounds.term_item (
  county integer not null,
  plan uuid not null,
  year smallint not null,
  unit uuid not null,
  authority bigint not null,
  place bigint not null,
  key_unit boolean not null,
  criteria text,
  reason text,
  position integer not null,
  primary key (county, plan, year, unit),
  foreign key (authority, plan) references rounds.term_plan
);
create index term_item_plan on rounds.term_item (plan, year);

grant select, insert, update on rounds.term_plan to shengmian_app;
grant select, insert, update, delete on rounds.term_item to shengmian_app;
