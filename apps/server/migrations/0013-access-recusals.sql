-- Who must not see or touch what lies in a place, whatever else entitles him: read by restrictive policies.
create table access.recusal (
  id uuid primary key,
  person uuid not null,
  authority bigint not null,
  place bigint not null,
  level text not null,
  area int8range not null generated always as (access.area(place, level)) stored,
  basis text not null check (length(basis) between 2 and 1000),
  recorded_by uuid not null references access.account,
  recorded_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references access.account,
  lifted_reason text,
  constraint recusal_place_fits_level check (level in ('province', 'city', 'county', 'township', 'village')
    and place % (upper(access.area(place, level)) - place) = 0),
  constraint recusal_lifted_with_reason check ((lifted_at is null) = (lifted_reason is null))
);
comment on column access.recusal.authority is 'The owning authority of the person, copied so that a policy needs no join.';
create index recusal_person on access.recusal (person) where lifted_at is null;

grant select, insert on access.recusal to shengmian_app;
grant update (lifted_at, lifted_by, lifted_reason) on access.recusal to shengmian_app;
