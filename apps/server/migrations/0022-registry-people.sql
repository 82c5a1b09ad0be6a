-- The talent pool and declared ties, keyed by the authority that owns the pool (12-digit place number).
create table registry.person (
  authority bigint not null,
  id uuid not null,
  number text,
  name text not null check (length(name) between 1 and 200),
  employer text,
  -- By this an imported row finds its person: the number, or name and employer where there is none.
  match_key text not null generated always as (coalesce('#' || number, name || '@' || coalesce(employer, ''))) stored,
  unit_county integer,
  unit uuid,
  home bigint,
  native bigint,
  postings jsonb,
  skills text[],
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['director', 'leader', 'deputy', 'liaison', 'member']),
  rank text,
  experience text check (experience in ('senior', 'ordinary', 'newcomer')),
  languages text[],
  absences jsonb,
  source text,
  training boolean not null default false,
  mentor uuid,
  unverified text[] not null default '{}' check (unverified <@ array['home', 'native', 'postings', 'ties', 'unit']),
  evidence jsonb not null default '{}',
  state text not null default 'in' check (state in ('in', 'on-duty', 'out')),
  state_reason text,
  reviewed_on date,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  primary key (authority, id),
  foreign key (authority, mentor) references registry.person (authority, id),
  constraint person_trainee_is_no_leader check (not (training and 'leader' = any (roles))),
  constraint person_is_not_own_mentor check (mentor <> id)
);
comment on table registry.person is 'Who may be called up to inspect. Null = not verified; an empty list = known to be none.';
comment on column registry.person.postings is '[{region, from, to, title}]: region a wire code, months YYYY-MM, to null = still held.';
comment on column registry.person.absences is '[{from, to, why}]: days on which the person cannot be called up.';
comment on column registry.person.evidence is '{home: {source, date}, …}: where each fact was read, and when.';
create unique index person_match on registry.person (authority, match_key);
create index person_id on registry.person (id);
create index person_home on registry.person (home);
create index person_name on registry.person (authority, name, id);

create table registry.tie (
  authority bigint not null,
  id uuid not null,
  person uuid not null,
  other_kind text not null check (other_kind in ('person', 'official', 'unit', 'outsider')),
  other uuid,
  other_authority bigint,
  other_county integer,
  other_name text not null,
  -- By this an imported row finds its tie.
  match_key text not null generated always as (coalesce(other::text, '@' || other_name)) stored,
  kind text not null,
  degree text,
  class text not null check (class in ('interest', 'kinship', 'friendship')),
  strength smallint not null check (strength between 0 and 1000),
  since text check (since ~ '^\d{4}-\d{2}$'),
  until text check (until ~ '^\d{4}-\d{2}$'),
  detail text,
  source text not null,
  day date not null,
  review text not null default 'declared' check (review in ('declared', 'confirmed', 'refuted')),
  reviewed_by text,
  review_note text,
  state text not null default 'active' check (state in ('active', 'withdrawn')),
  state_reason text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, person) references registry.person (authority, id),
  check ((other_kind = 'outsider') = (other is null))
);
comment on table registry.tie is 'Declared ties: relation and unit only, never an identity number.';
create index tie_person on registry.tie (authority, person);
create index tie_other on registry.tie (other);
create unique index tie_once on registry.tie (authority, person, match_key, kind, coalesce(degree, '')) where state = 'active';

grant select, insert, update on registry.person, registry.tie to shengmian_app;
grant select on registry.person, registry.tie to shengmian_worker;
