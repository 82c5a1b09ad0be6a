-- The number of reports of a desk is counted once: what is counted stays, since reports are neither changed nor removed and their numbers rise
-- in the order in which they are committed. Without it a desk with a million of them is counted anew for every reader.
create table intake.tally_mark (
  desk text primary key references intake.desk,
  number bigint not null check (number >= 0),
  reports bigint not null check (reports >= 0)
);
comment on table intake.tally_mark is 'Reports (receipts) among the messages up to a number.';

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
  select coalesce(max(r.number), 0) into newest from intake.report r where r.desk = wanted;
  if newest - marked > 20000 then
    -- So many are cheaper to read through than to look up.
    select count(*) into fresh from (
      select from intake.report r where r.desk = wanted and r.number <= newest group by r.mailbox having min(r.number) > marked
    ) m;
  elsif newest > marked then
    select count(*) into fresh from intake.report r
    where r.desk = wanted and r.number > marked and r.number <= newest
      and r.number = (select min(o.number) from intake.report o where o.desk = wanted and o.mailbox = r.mailbox);
  end if;
  if newest > marked then
    insert into intake.tally_mark as m (desk, number, reports) values (wanted, newest, counted + fresh)
    on conflict (desk) do update set number = excluded.number, reports = excluded.reports where m.number < excluded.number;
  end if;
  return query select counted + fresh, newest;
end
$$;
