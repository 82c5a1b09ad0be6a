-- The inspected unit may ask that a person stay away (the 北航 rule of 2019 gives it that right): a bar until the office decides otherwise.
create table registry.objection (
  county integer not null,
  id uuid not null,
  unit uuid not null,
  place bigint not null,
  person uuid not null,
  why text not null,
  source text not null,
  day date not null,
  state text not null default 'active' check (state in ('active', 'withdrawn')),
  state_reason text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (county, id),
  foreign key (county, unit) references registry.unit (county, id)
);
create index objection_person on registry.objection (person);
create index objection_unit on registry.objection (county, unit);
grant select, insert, update on registry.objection to shengmian_app;
grant select on registry.objection to shengmian_worker;
