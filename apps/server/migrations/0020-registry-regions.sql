-- The administrative divisions of China. A 12-digit number is not a key by itself: the city 4419 and its only county 441900
-- share one, so the level (1 province … 5 village) belongs to the key.
create schema registry;
grant usage on schema registry to shengmian_app, shengmian_worker;

create table registry.region (
  level smallint not null check (level between 1 and 5),
  code bigint not null check (code between 0 and 999999999999),
  hi bigint not null check (hi >= code),
  name text not null,
  pinyin text not null,
  initials text not null,
  primary key (level, code)
);
comment on table registry.region is 'Places of five levels; what lies in one is code between its code and hi.';
comment on column registry.region.pinyin is 'Without tones and spaces, ü as v.';

create table registry.region_edition (
  edition text primary key,
  source text not null,
  places integer not null,
  imported_at timestamptz not null default now()
);
comment on table registry.region_edition is 'Which division files were imported, by their SHA-256; the newest holds.';

grant select on registry.region, registry.region_edition to shengmian_app, shengmian_worker;
