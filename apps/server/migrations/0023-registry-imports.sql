-- Uploaded sheets: checked first, imported as a whole afterwards. The file is kept so that what was checked is what is imported.
create table registry.sheet_import (
  authority bigint not null,
  id uuid not null,
  noun text not null check (noun in ('units', 'officials', 'people', 'ties')),
  filename text not null,
  digest text not null,
  bytes bytea not null,
  state text not null check (state in ('checked', 'refused', 'done')),
  rows integer not null,
  added integer not null,
  changed integer not null,
  same integer not null,
  errors integer not null,
  ignored text[] not null default '{}',
  created_by uuid not null,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (authority, id)
);

create table registry.sheet_error (
  authority bigint not null,
  import uuid not null,
  seq integer not null,
  sheet text not null,
  row integer not null,
  col text not null,
  header text,
  value text not null,
  zh text not null,
  en text not null,
  primary key (authority, import, seq),
  foreign key (authority, import) references registry.sheet_import (authority, id) on delete cascade
);

grant select, insert, update on registry.sheet_import to shengmian_app;
grant select, insert on registry.sheet_error to shengmian_app;
grant select, delete on registry.sheet_import, registry.sheet_error to shengmian_worker;
