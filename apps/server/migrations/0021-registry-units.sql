-- Units and what is known of them. `county` (first six digits of the place, for a city office its code with zeros) leads every key.
create table registry.unit (
  county integer not null,
  id uuid not null,
  place bigint not null,
  kind text not null check (kind in ('village', 'community', 'township', 'bureau', 'school', 'hospital', 'other')),
  name text not null check (length(name) between 1 and 200),
  source text not null check (source in ('divisions', 'office')),
  state text not null default 'active' check (state in ('active', 'withdrawn')),
  state_reason text,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  primary key (county, id),
  check (county = place / 1000000)
);
comment on table registry.unit is 'Whatever can be inspected. A village has the id 00000000-0000-8000-8000-<its 12-digit code>.';
create index unit_place on registry.unit (place, id);
-- Villages are known by their place, and their id says it; everything else is looked up by id and told apart by name.
create index unit_office_id on registry.unit (id) where source = 'office';
create unique index unit_office_name on registry.unit (county, place, name) where source = 'office' and state = 'active';

create table registry.dossier (
  county integer not null,
  unit uuid not null,
  place bigint not null,
  class text check (class in ('exemplary', 'ordinary', 'lagging')),
  population integer check (population >= 0),
  petitions jsonb,
  weak_branch boolean,
  poverty boolean,
  economy bigint,
  conflicts integer check (conflicts >= 0),
  last_inspected date,
  version integer not null default 0,
  changed_at timestamptz not null default now(),
  primary key (county, unit),
  foreign key (county, unit) references registry.unit (county, id),
  check (county = place / 1000000)
);
comment on column registry.dossier.petitions is 'Petitions by year; null = not known.';
comment on column registry.dossier.economy is 'Yearly income of the collective in fen.';

create table registry.class_change (
  county integer not null,
  id uuid not null,
  unit uuid not null,
  place bigint not null,
  class text not null check (class in ('exemplary', 'ordinary', 'lagging')),
  reason text not null,
  day date not null,
  reviewer text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (county, id),
  foreign key (county, unit) references registry.unit (county, id)
);
create index class_change_unit on registry.class_change (county, unit, day);

create table registry.dossier_section (
  county integer not null,
  unit uuid not null,
  section text not null check (section in ('facts', 'leaders', 'economy', 'assets', 'petitions', 'past-problems', 'rectification')),
  place bigint not null,
  body text not null,
  source text,
  day date,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (county, unit, section),
  foreign key (county, unit) references registry.unit (county, id)
);

create table registry.dossier_version (
  county integer not null,
  unit uuid not null,
  version integer not null,
  place bigint not null,
  facts jsonb not null,
  reason text,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (county, unit, version),
  foreign key (county, unit) references registry.unit (county, id)
);
comment on table registry.dossier_version is 'What a dossier said after each change: facts, and the section that changed.';

create table registry.official (
  county integer not null,
  id uuid not null,
  unit uuid not null,
  place bigint not null,
  name text not null check (length(name) between 1 and 200),
  title text not null,
  is_head boolean not null,
  since text check (since ~ '^\d{4}-\d{2}$'),
  until text check (until ~ '^\d{4}-\d{2}$'),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  primary key (county, id),
  foreign key (county, unit) references registry.unit (county, id)
);
create index official_unit on registry.official (county, unit);
create index official_id on registry.official (id);
create index official_place on registry.official (place);
create unique index official_name on registry.official (county, unit, name, title);

grant select, insert, update on registry.unit, registry.dossier, registry.dossier_section, registry.official to shengmian_app;
grant select, insert on registry.class_change, registry.dossier_version to shengmian_app;
grant select on registry.unit, registry.dossier, registry.class_change, registry.dossier_section, registry.dossier_version,
  registry.official to shengmian_worker;
