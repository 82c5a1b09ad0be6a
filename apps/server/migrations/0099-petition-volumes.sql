-- Monthly volumes of petitions (信访量) about units, as the petition office gives them: numbers only, no petition and no petitioner. A figure
-- is never overwritten: each word on a month is a revision, and the newest counts.
create table registry.petition_volume (
  authority bigint not null,
  unit uuid not null,
  month text not null check (month ~ '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$'),
  revision smallint not null check (revision > 0),
  county integer not null,
  place bigint not null,
  volume integer check (volume between 0 and 999999999),
  source text not null check (length(source) between 2 and 200),
  origin text not null check (origin in ('typed', 'sheet')),
  reason text check (length(reason) between 2 and 1000),
  by_account uuid not null references access.account,
  by_name text not null,
  recorded_at timestamptz not null,
  primary key (authority, unit, month, revision),
  constraint volume_is_revised_with_reason check ((revision > 1) = (reason is not null)),
  constraint volume_begins_known check (revision > 1 or volume is not null)
);
comment on column registry.petition_volume.volume is 'Petitions of the month; null = taken back, so unknown again. A month without a row is unknown, never zero.';
create index petition_volume_month on registry.petition_volume (authority, month, unit);
grant select, insert on registry.petition_volume to shengmian_app;

alter table registry.sheet_import drop constraint sheet_import_noun_check;
alter table registry.sheet_import add constraint sheet_import_noun_check check (noun in ('units', 'officials', 'people', 'ties', 'petitions'));

-- What a named person made of petitions that rise: the urgency of the unit in the calendar goes up, or stays with a reason.
create table rounds.urgency_decision (
  authority bigint not null,
  id uuid not null,
  plan uuid not null,
  unit uuid not null,
  county integer not null,
  place bigint not null,
  through text not null check (through ~ '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$'),
  rule text not null,
  basis jsonb not null,
  verdict text not null check (verdict in ('raised', 'kept')),
  urgency_before smallint,
  urgency_after smallint,
  reason text not null check (length(reason) between 2 and 1000),
  by_account uuid not null references access.account,
  by_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references access.account,
  revoked_name text,
  revoked_reason text check (length(revoked_reason) between 2 and 1000),
  primary key (authority, id),
  foreign key (authority, plan) references rounds.term_plan,
  constraint decision_raises_to_something check ((verdict = 'raised') = (urgency_after is not null)),
  constraint decision_revoked_whole check (num_nonnulls(revoked_at, revoked_by, revoked_name, revoked_reason) in (0, 4))
);
comment on column rounds.urgency_decision.through is 'The last of the twelve months that were judged.';
comment on column rounds.urgency_decision.basis is 'Months and revisions of the figures that were judged: with them the judgement can be repeated.';
comment on column rounds.urgency_decision.urgency_before is 'The urgency that the unit had of its own; null = that of its class.';
create index urgency_decision_plan on rounds.urgency_decision (plan, unit, at);
create unique index urgency_decision_once on rounds.urgency_decision (authority, plan, unit, through) where revoked_at is null;
grant select, insert on rounds.urgency_decision to shengmian_app;
grant update (revoked_at, revoked_by, revoked_name, revoked_reason) on rounds.urgency_decision to shengmian_app;
