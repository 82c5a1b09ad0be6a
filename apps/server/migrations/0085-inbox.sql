-- The inbox of sealed reports: members of a team of the desk's round, under an order in force, read them one at a time, answer and decide.
-- What they open they open on their own device; what is written here says who did what with which number, never what it says.
grant usage on schema intake to shengmian_app;

-- Desks of rounds that the person signed in has an order for.
create function access.ordered_desks() returns table (desk text, authority bigint)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select distinct d.code, d.authority
  from intake.desk d join access.ordered_targets() t on t.authority = d.authority and t.round = d.round
$$;

alter table intake.desk add constraint desk_of_its_body unique (code, authority);

create table intake.decision (
  desk text not null,
  authority bigint not null,
  -- The first message under a receipt: what is decided is the matter, not the letter.
  report bigint not null,
  position integer not null check (position > 0),
  verdict text not null check (verdict in ('accept', 'redirect', 'decline')),
  running integer not null check (running > 0),
  addressee text check (length(addressee) between 2 and 200),
  reason text not null check (length(reason) between 2 and 1000),
  by_account uuid not null references access.account,
  by_name text not null,
  decided_on date not null,
  primary key (desk, position),
  unique (desk, verdict, running),
  foreign key (desk, authority) references intake.desk (code, authority),
  foreign key (desk, report) references intake.report,
  constraint decision_redirects_to_somebody check ((verdict = 'redirect') = (addressee is not null))
);
comment on table intake.decision is 'The book of a desk: appended, never changed. Of several on one report the last counts.';
comment on column intake.decision.running is 'Runs by desk and verdict: with the year it is the number that is told.';
create index decision_report on intake.decision (desk, report, position desc);

create table intake.handling (
  id uuid primary key,
  desk text not null,
  authority bigint not null,
  report bigint not null,
  kind text not null check (kind in ('name-opening', 'referral')),
  addressee text check (length(addressee) between 2 and 200),
  reason text not null check (length(reason) between 2 and 1000),
  -- Of the redacted text that was handed on; the text itself is not kept here.
  text_hash bytea check (length(text_hash) = 32),
  by_account uuid not null references access.account,
  by_name text not null,
  at timestamptz not null,
  foreign key (desk, authority) references intake.desk (code, authority),
  foreign key (desk, report) references intake.report,
  constraint handling_referred_whole check ((kind = 'referral') = (addressee is not null) and (kind = 'referral') = (text_hash is not null))
);
comment on table intake.handling is 'Who opened the name in a report, and who handed a redacted text on to whom. The original stays sealed.';
create index handling_report on intake.handling (desk, report);

-- The list: usual ones and those of a flood apart, the newest first.
create index report_lane on intake.report (desk, is_slow, number desc);
create index attachment_report on intake.attachment (desk, report) where report is not null;

-- How many reports and messages a desk holds: to its team and to the offices that commissioned it, who see no report.
create function intake.tally(wanted text) returns table (reports bigint, messages bigint)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select count(*), coalesce(sum(m.messages), 0)::bigint
  from (
    select count(*) as messages from intake.report r
    where r.desk = wanted and exists (
      select from intake.desk d
      where d.code = wanted and (d.authority = any ((select access.authorities('office', 'leading-group'))::bigint[])
        or d.code in (select o.desk from access.ordered_desks() o)))
    group by r.mailbox
  ) m
$$;

revoke execute on function access.ordered_desks(), intake.tally(text) from public;
grant execute on function access.ordered_desks() to shengmian_app, shengmian_audit;
grant execute on function intake.tally(text) to shengmian_app;
grant select on intake.desk, intake.attachment, intake.piece, intake.reply, intake.decision, intake.handling to shengmian_app;
grant select (desk, number, mailbox, hash, day, is_slow, envelope) on intake.report to shengmian_app;
grant insert on intake.reply, intake.decision, intake.handling to shengmian_app;
