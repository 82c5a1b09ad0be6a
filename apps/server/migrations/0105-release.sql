-- Between a report and its team lies a delay that nobody can foresee, and the order in which reports come into the list is not the one in
-- which they arrived: whoever saw a telephone in the village at ten cannot pick its report from the list at eleven (decision 0092).
-- Teams know a report by its number in the list; the number in the register, which runs in the order of arrival, stays with the intake.
create table intake.release (
  desk text not null references intake.desk,
  number bigint not null check (number > 0),
  arrival bigint not null,
  mailbox bytea not null check (length(mailbox) = 32),
  day date not null,
  is_slow boolean not null,
  bytes integer not null check (bytes > 0),
  primary key (desk, number),
  unique (desk, arrival),
  foreign key (desk, arrival) references intake.report
);
comment on table intake.release is 'Reports that are in the list of their team. It holds no time: when one came into it stands nowhere.';
comment on column intake.release.number is 'Dense, in an order drawn anew for what is released together; messages under one receipt keep theirs.';
comment on column intake.release.arrival is 'Its number in the register; the application cannot read it.';
create index release_lane on intake.release (desk, is_slow, number desc);
create index release_mailbox on intake.release (desk, mailbox, number);

create table intake.released_attachment (
  desk text not null,
  report bigint not null,
  id bytea not null check (length(id) = 32),
  primary key (desk, report, id),
  foreign key (desk, report) references intake.release,
  foreign key (desk, id) references intake.attachment
);

-- What is there has been seen: it keeps its number.
insert into intake.release (desk, number, arrival, mailbox, day, is_slow, bytes)
  select desk, number, number, mailbox, day, is_slow, length(envelope) from intake.report;
insert into intake.released_attachment (desk, report, id) select desk, report, id from intake.attachment where report is not null and is_whole;

alter table intake.decision drop constraint decision_desk_report_fkey, add foreign key (desk, report) references intake.release;
alter table intake.handling drop constraint handling_desk_report_fkey, add foreign key (desk, report) references intake.release;
alter table intake.card_mark drop constraint card_mark_desk_report_fkey, add foreign key (desk, report) references intake.release;
alter table rounds.finding_source drop constraint finding_source_desk_report_fkey, add foreign key (desk, report) references intake.release;
alter table rounds.matter drop constraint matter_desk_report_fkey, add foreign key (desk, report) references intake.release;

-- The sealed bytes of one report of the list, and the pieces of an attachment that came with one of its answer box.
create function intake.released_envelope(wanted text, which bigint) returns bytea
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select r.envelope from intake.release s join intake.report r on r.desk = s.desk and r.number = s.arrival
  where s.desk = wanted and s.number = which and s.desk in (select o.desk from access.ordered_desks() o)
$$;
create function intake.released_pieces(wanted text, which bigint, attachment bytea) returns table (at integer, bytes bytea)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select p.at, p.bytes from intake.release s
  join intake.release named on named.desk = s.desk and named.mailbox = s.mailbox
  join intake.released_attachment a on a.desk = named.desk and a.report = named.number and a.id = released_pieces.attachment
  join intake.piece p on p.desk = a.desk and p.attachment = a.id
  where s.desk = wanted and s.number = which and s.desk in (select o.desk from access.ordered_desks() o)
$$;

-- The same count as before (0095), of what has been released.
create or replace function intake.tally(wanted text) returns table (reports bigint, messages bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  marked bigint := 0;
  counted bigint := 0;
  newest bigint;
  fresh bigint := 0;
begin
  if not exists (
    select from intake.desk d
    where d.code = wanted and (d.authority = any ((select access.authorities('office', 'leading-group'))::bigint[])
      or d.code in (select o.desk from access.ordered_desks() o))
  ) then
    return query select 0::bigint, 0::bigint;
    return;
  end if;
  select m.number, m.reports into marked, counted from intake.tally_mark m where m.desk = wanted;
  marked := coalesce(marked, 0);
  counted := coalesce(counted, 0);
  select coalesce(max(r.number), 0) into newest from intake.release r where r.desk = wanted;
  if newest - marked > 20000 then
    -- So many are cheaper to read through than to look up.
    select count(*) into fresh from (
      select from intake.release r where r.desk = wanted and r.number <= newest group by r.mailbox having min(r.number) > marked
    ) m;
  elsif newest > marked then
    select count(*) into fresh from intake.release r
    where r.desk = wanted and r.number > marked and r.number <= newest
      and r.number = (select min(o.number) from intake.release o where o.desk = wanted and o.mailbox = r.mailbox);
  end if;
  if newest > marked then
    insert into intake.tally_mark as m (desk, number, reports) values (wanted, newest, counted + fresh)
    on conflict (desk) do update set number = excluded.number, reports = excluded.reports where m.number < excluded.number;
  end if;
  return query select counted + fresh, newest;
end
$$;

create or replace function intake.reports_by_day(wanted text) returns table (day date, reports bigint)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select r.day, count(*) from intake.release r
  where r.desk = wanted and exists (
    select from intake.desk d
    where d.code = wanted and (d.authority = any ((select access.authorities('office', 'leading-group'))::bigint[])
      or d.code in (select o.desk from access.ordered_desks() o)))
  group by r.day order by r.day
$$;

revoke execute on function intake.released_envelope(text, bigint), intake.released_pieces(text, bigint, bytea) from public;
grant execute on function intake.released_envelope(text, bigint), intake.released_pieces(text, bigint, bytea) to shengmian_app;
revoke select on intake.attachment, intake.piece from shengmian_app;
revoke select (desk, number, mailbox, hash, day, is_slow, envelope) on intake.report from shengmian_app;
grant select (desk, number, mailbox, day, is_slow, bytes) on intake.release to shengmian_app;
grant select on intake.released_attachment to shengmian_app;
grant select, insert on intake.release, intake.released_attachment to shengmian_intake;
