-- What a team finds wrong at a target (问题), and what it rests on: official records from above, public input from below. The first slice
-- of the casework: a finding and its sources; working papers, codes and decisions come with it.
create table rounds.finding (
  authority bigint not null,
  id uuid not null,
  round uuid not null,
  unit uuid not null,
  place bigint not null,
  title text not null check (length(title) between 2 and 200),
  by_account uuid not null references access.account,
  by_name text not null,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  constraint finding_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null))
);
create index finding_target on rounds.finding (authority, round, unit, recorded_at);

create table rounds.finding_source (
  authority bigint not null,
  id uuid not null,
  finding uuid not null,
  round uuid not null,
  unit uuid not null,
  kind text not null check (kind in ('record', 'report')),
  record text check (length(record) between 2 and 200),
  desk text,
  report bigint,
  by_account uuid not null references access.account,
  by_name text not null,
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (authority, id),
  foreign key (authority, finding) references rounds.finding,
  foreign key (desk, report) references intake.report,
  constraint finding_source_is_one_or_other check (
    case kind when 'record' then record is not null and desk is null and report is null
    else record is null and desk is not null and report is not null end),
  constraint finding_source_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null))
);
comment on column rounds.finding_source.record is 'An official record and where in it: 2023年收支账簿第14页.';
comment on column rounds.finding_source.report is 'The number of a sealed report at the desk of the same round; what it says stands nowhere but on the device that opened it.';
create unique index finding_source_report_once on rounds.finding_source (authority, finding, desk, report) where revoked_at is null;
create index finding_source_finding on rounds.finding_source (authority, finding);

-- A source belongs to the round and the target of its finding, and a report to a desk of that round.
create function rounds.check_finding_source() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$ begin
  if not exists (select from rounds.finding f
    where f.authority = new.authority and f.id = new.finding and f.round = new.round and f.unit = new.unit and f.revoked_at is null) then
    raise exception 'a source belongs to the target of its finding' using errcode = '23514';
  end if;
  if new.kind = 'report' and not exists (select from intake.desk d
    where d.code = new.desk and d.authority = new.authority and d.round = new.round) then
    raise exception 'a report belongs to a desk of the round' using errcode = '23514';
  end if;
  return new;
end $$;
revoke execute on function rounds.check_finding_source() from public;
create trigger source_of_its_finding before insert on rounds.finding_source
  for each row execute function rounds.check_finding_source();

grant select, insert on rounds.finding, rounds.finding_source to shengmian_app;
grant update (revoked_at, revoked_reason) on rounds.finding, rounds.finding_source to shengmian_app;
