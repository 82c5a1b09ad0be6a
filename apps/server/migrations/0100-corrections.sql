-- Immediate correction (立行立改): what a team orders a unit to put right while the round still runs, what the unit answers, and who verified
-- it. Where it began with a sealed report, that stands in a table of its own which nobody on the unit's side reads: whoever is ordered
-- learns neither of a reporter nor that there is a report.
create table rounds.correction (
  authority bigint not null,
  id uuid not null,
  round uuid not null,
  unit uuid not null,
  place bigint not null,
  what text not null check (length(what) between 4 and 1000),
  until date not null,
  by_account uuid not null references access.account,
  by_name text not null,
  ordered_at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round
);
create index correction_target on rounds.correction (authority, round, unit, ordered_at);

-- What happened to an order since, in order; nothing is changed or removed.
create table rounds.correction_step (
  authority bigint not null,
  correction uuid not null,
  seq smallint not null check (seq between 1 and 200),
  id uuid not null unique,
  round uuid not null,
  unit uuid not null,
  kind text not null check (kind in ('answer', 'return', 'verify', 'withdraw')),
  text text not null check (length(text) between 2 and 2000),
  by_account uuid not null references access.account,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, correction, seq),
  foreign key (authority, correction) references rounds.correction
);

-- The team's own side of it: which report, what it is about, whether it was found true, and the order that followed.
create table rounds.matter (
  authority bigint not null,
  id uuid not null,
  round uuid not null,
  unit uuid not null,
  place bigint not null,
  desk text not null,
  report bigint not null,
  topic text not null check (length(topic) between 2 and 60),
  topic_kind text not null check (topic_kind in ('livelihood', 'money', 'power', 'conduct')),
  by_account uuid not null references access.account,
  by_name text not null,
  recorded_at timestamptz not null,
  checked_holds boolean,
  checked_note text check (length(checked_note) between 2 and 2000),
  checked_by uuid references access.account,
  checked_name text,
  checked_at timestamptz,
  correction uuid,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  foreign key (desk, report) references intake.report,
  foreign key (authority, correction) references rounds.correction,
  constraint matter_checked_whole check (num_nonnulls(checked_holds, checked_note, checked_by, checked_name, checked_at) in (0, 5)),
  constraint matter_is_checked_before_order check (correction is null or checked_holds)
);
comment on column rounds.matter.topic is 'What it is about, as a named person classified it from the opened report; not a word of what the report says.';
create unique index matter_once on rounds.matter (authority, desk, report);

-- A step and a matter belong to the round and target that they name, and a report to a desk of the round.
create function rounds.check_correction_step() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$ begin
  if not exists (select from rounds.correction c
    where c.authority = new.authority and c.id = new.correction and c.round = new.round and c.unit = new.unit) then
    raise exception 'a step belongs to the target of its order' using errcode = '23514';
  end if;
  return new;
end $$;
create function rounds.check_matter() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$ begin
  if not exists (select from intake.desk d where d.code = new.desk and d.authority = new.authority and d.round = new.round) then
    raise exception 'a report belongs to a desk of the round' using errcode = '23514';
  end if;
  if new.correction is not null and not exists (select from rounds.correction c
    where c.authority = new.authority and c.id = new.correction and c.round = new.round and c.unit = new.unit) then
    raise exception 'an order belongs to the target of its matter' using errcode = '23514';
  end if;
  return new;
end $$;
revoke execute on function rounds.check_correction_step(), rounds.check_matter() from public;
create trigger step_of_its_order before insert on rounds.correction_step for each row execute function rounds.check_correction_step();
create trigger matter_of_its_round before insert or update on rounds.matter for each row execute function rounds.check_matter();

grant select, insert on rounds.correction, rounds.correction_step, rounds.matter to shengmian_app;
grant update (checked_holds, checked_note, checked_by, checked_name, checked_at, correction) on rounds.matter to shengmian_app;
