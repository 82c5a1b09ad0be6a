-- Entry of a version is closed once and for good (封卷): only then are there results, so nobody can take one reading from another (decision
-- 0095). What is closed changes no more: no sheet is typed or corrected, no paper issued.
create table rounds.survey_closing (
  authority bigint not null,
  questionnaire uuid not null,
  version integer not null,
  round uuid not null,
  by_account uuid not null references access.account,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, questionnaire, version),
  foreign key (authority, questionnaire, version) references rounds.questionnaire_version
);
comment on table rounds.survey_closing is 'Versions whose sheets are all typed in: results are of these alone.';
grant select, insert on rounds.survey_closing to shengmian_app;

-- Whoever types holds the version open until his transaction ends; who closes it waits for all of them.
create function rounds.hold_survey() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.questionnaire::text, new.version));
  return new;
end
$$;
create trigger closing_waits before insert on rounds.survey_closing for each row execute function rounds.hold_survey();

create function rounds.check_survey_open() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  asked uuid;
  asked_version integer;
begin
  if tg_table_name = 'questionnaire_batch' then
    asked := new.questionnaire;
    asked_version := new.version;
  else
    select b.questionnaire, b.version into asked, asked_version
    from rounds.questionnaire_batch b where b.authority = new.authority and b.id = new.batch;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended(asked::text, asked_version));
  if exists (
    select from rounds.survey_closing c
    where c.authority = new.authority and c.questionnaire = asked and c.version = asked_version
  ) then
    raise insufficient_privilege using message = 'entry of this version is closed';
  end if;
  return new;
end
$$;
create trigger batch_is_open before insert on rounds.questionnaire_batch for each row execute function rounds.check_survey_open();
create trigger sheet_is_open before insert or update on rounds.answer_sheet for each row execute function rounds.check_survey_open();
