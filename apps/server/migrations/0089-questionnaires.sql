-- Questionnaires of a round (问卷). A published version never changes; an answer sheet has no person, no identifier with a time in it and
-- no column finer than a day: its key is the number that is written on the paper.
create table rounds.questionnaire (
  authority bigint not null,
  id uuid not null,
  round uuid not null,
  form jsonb not null,
  edition integer not null check (edition >= 0),
  created_by uuid not null,
  created_name text not null,
  created_at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round
);
comment on column rounds.questionnaire.edition is 'How often the draft was saved: two who build at once do not overwrite each other.';
create index questionnaire_round on rounds.questionnaire (authority, round);

create table rounds.questionnaire_version (
  authority bigint not null,
  questionnaire uuid not null,
  version integer not null check (version > 0),
  round uuid not null,
  form jsonb not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, questionnaire, version),
  foreign key (authority, questionnaire) references rounds.questionnaire
);

create table rounds.questionnaire_batch (
  authority bigint not null,
  id uuid not null,
  round uuid not null,
  questionnaire uuid not null,
  version integer not null,
  unit uuid not null,
  place bigint not null,
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{6}$'),
  issued integer not null check (issued between 1 and 20000),
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id),
  unique (authority, code),
  foreign key (authority, questionnaire, version) references rounds.questionnaire_version
);
create index questionnaire_batch_unit on rounds.questionnaire_batch (authority, questionnaire, version, unit);

create table rounds.answer_sheet (
  authority bigint not null,
  batch uuid not null,
  number integer not null check (number > 0),
  round uuid not null,
  unit uuid not null,
  place bigint not null,
  answers jsonb not null,
  is_valid boolean not null,
  day date not null,
  entered_by uuid not null,
  is_checked boolean not null default false,
  primary key (authority, batch, number),
  foreign key (authority, batch) references rounds.questionnaire_batch
);
comment on column rounds.answer_sheet.entered_by is 'The inspector who typed it in first, never who answered.';
comment on column rounds.answer_sheet.is_checked is 'Typed in a second time with the same answers.';

-- What two sides of three say of a unit; the third is the public''s satisfaction, which decides.
create table rounds.side_review (
  authority bigint not null,
  id uuid not null,
  round uuid not null,
  questionnaire uuid not null,
  unit uuid not null,
  organisation numeric(4, 1) not null check (organisation between 0 and 100),
  department numeric(4, 1) not null check (department between 0 and 100),
  basis text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, questionnaire) references rounds.questionnaire
);
create index side_review_questionnaire on rounds.side_review (authority, questionnaire, unit, at);

grant select, insert on rounds.questionnaire, rounds.questionnaire_version, rounds.questionnaire_batch, rounds.answer_sheet,
  rounds.side_review to shengmian_app;
grant update (form, edition) on rounds.questionnaire to shengmian_app;
grant update (answers, is_valid, day, is_checked) on rounds.answer_sheet to shengmian_app;
