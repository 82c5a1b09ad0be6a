-- How a desk comes about and is made known: proposed by the office and approved by another hand, its keys signed by a root that was never
-- here, its posters each with a code of their own, its texts approved before they go out, and the book of where they went.
alter table intake.desk
  add column root text not null default '' check (root ~ '^([0-9a-f]{64})?$'),
  add column sender text not null default '',
  add column host text not null default '',
  add column phone text not null default '',
  add column site text not null default '';
comment on column intake.desk.root is 'Public key of the root whose manifests count here; its fingerprint is what paper prints.';
comment on column intake.desk.site is 'The public address under which phones reach this server, as it is printed.';

create table intake.desk_proposal (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9]{4,32}$'),
  until date not null,
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  sender text not null check (length(sender) between 2 and 40),
  host text not null check (length(host) between 2 and 40),
  phone text not null check (length(phone) between 3 and 40),
  site text not null check (site ~ '^https?://[^/#?\s]+$'),
  asked_by uuid not null references access.account,
  asked_name text not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'approved', 'refused')),
  decided_by uuid references access.account,
  decided_name text,
  decided_at timestamptz,
  opinion text,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  constraint desk_proposal_takes_two_hands check (decided_by <> asked_by),
  constraint desk_proposal_is_decided_by_name check ((state = 'asked') = (decided_by is null)),
  constraint desk_is_sent_from_elsewhere check (sender <> host)
);
comment on table intake.desk_proposal is 'Where a round wants to take reports: nothing is open before another hand has compared and approved.';
create unique index desk_proposal_one_lives on intake.desk_proposal (authority, round) where state <> 'refused';

-- Who laid it here; empty where a technician did with the command line.
alter table intake.manifest
  add column authority bigint, add column by_account uuid references access.account, add column by_name text, add column day date,
  add foreign key (desk, authority) references intake.desk (code, authority);
alter table intake.revoked_poster
  add column authority bigint, add column by_account uuid references access.account, add column by_name text,
  add foreign key (desk, authority) references intake.desk (code, authority);

create table intake.rehearsal (
  authority bigint not null,
  desk text not null,
  id uuid not null,
  -- Which key is rehearsed, by the manifest that names it.
  seq bigint not null,
  word_hash text not null check (word_hash ~ '^[0-9a-f]{64}$'),
  asked_on date not null,
  by_account uuid not null references access.account,
  by_name text not null,
  passed_on date,
  shares integer[],
  witnesses text check (length(witnesses) between 2 and 400),
  primary key (desk, id),
  foreign key (desk, authority) references intake.desk (code, authority),
  constraint rehearsal_passes_whole check ((passed_on is null) = (shares is null) and (passed_on is null) = (witnesses is null))
);
comment on table intake.rehearsal is 'A word sealed to the spare key: whoever reads it has joined the key from its shares. No share comes here.';

create table intake.poster (
  authority bigint not null,
  desk text not null,
  code text not null check (code ~ '^[a-z0-9-]{1,32}$'),
  medium text not null check (medium in ('poster', 'sheet', 'card', 'group')),
  -- The village or unit that it is for; empty for a market or a clinic.
  unit uuid,
  village text check (village ~ '^[0-9]{12}$'),
  place text not null check (length(place) between 1 and 80),
  by_account uuid not null references access.account,
  by_name text not null,
  made_on date not null,
  primary key (desk, code),
  foreign key (desk, authority) references intake.desk (code, authority)
);
comment on table intake.poster is 'What a printed code stands for. Which code was scanned stays in the phone and, sealed, in the report.';

create table intake.notice (
  authority bigint not null,
  desk text not null,
  id uuid not null,
  channel text not null check (channel in ('card', 'group', 'qr')),
  text text not null check (length(text) between 10 and 2000),
  asked_by uuid not null references access.account,
  asked_name text not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'approved', 'refused')),
  decided_by uuid references access.account,
  decided_name text,
  decided_at timestamptz,
  opinion text,
  primary key (authority, id),
  foreign key (desk, authority) references intake.desk (code, authority),
  constraint notice_takes_two_hands check (decided_by <> asked_by),
  constraint notice_is_decided_by_name check ((state = 'asked') = (decided_by is null))
);
create index notice_desk on intake.notice (desk, asked_at);

create table intake.publication (
  authority bigint not null,
  desk text not null,
  id uuid not null,
  notice uuid not null,
  place text not null check (length(place) between 2 and 120),
  on_day date not null,
  by_account uuid not null references access.account,
  by_name text not null,
  primary key (authority, id),
  foreign key (desk, authority) references intake.desk (code, authority),
  foreign key (authority, notice) references intake.notice
);
comment on table intake.publication is 'Where and on which day an approved text went out: the marks on the chart of reports by day.';
create index publication_desk on intake.publication (desk, on_day);

-- Reports by day, numbers only, to those who see the desk.
create function intake.reports_by_day(wanted text) returns table (day date, reports bigint)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select r.day, count(*) from intake.report r
  where r.desk = wanted and exists (
    select from intake.desk d
    where d.code = wanted and (d.authority = any ((select access.authorities('office', 'leading-group'))::bigint[])
      or d.code in (select o.desk from access.ordered_desks() o)))
  group by r.day order by r.day
$$;
revoke execute on function intake.reports_by_day(text) from public;
grant execute on function intake.reports_by_day(text) to shengmian_app;

grant insert on intake.desk, intake.manifest, intake.revoked_poster to shengmian_app;
grant select on intake.manifest, intake.revoked_poster to shengmian_app;
grant select, insert, update on intake.desk_proposal, intake.rehearsal, intake.notice to shengmian_app;
grant select, insert on intake.poster, intake.publication to shengmian_app;
