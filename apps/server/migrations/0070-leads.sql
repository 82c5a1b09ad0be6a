-- Leads (问题线索): dropped by a team, never read back by it, kept by the case management of one body at a time.
-- Only the role shengmian_lead reaches this schema; the application that serves everything else cannot touch it.
create schema leads;
comment on schema leads is 'Leads handed over from inspections: write-only for teams, read by case management one at a time, each opening logged.';
grant usage on schema leads, access, platform to shengmian_lead;

-- The order of hand-overs and of openings; of two at the same instant one is the later.
create sequence leads.turn;
grant usage on sequence leads.turn to shengmian_lead;

create table leads.lead (
  id uuid primary key,
  -- Drawn at random: it neither counts leads nor leads from one to the next.
  number text not null unique check (number ~ '^[0-9A-Z-]{8,40}$'),
  authority bigint not null,
  round uuid not null,
  unit uuid not null,
  place bigint not null,
  is_urgent boolean not null,
  dropped_by uuid not null references access.account,
  dropped_at timestamptz not null,
  foreign key (authority, round) references rounds.round (authority, id)
);
comment on column leads.lead.authority is 'The commissioning body: its case management is the one desk that receives.';
create index lead_authority on leads.lead (authority, dropped_at);

create table leads.content (
  lead uuid primary key references leads.lead,
  sealed bytea not null
);
comment on column leads.content.sealed is 'Sealed with a key of the data folder: who holds a copy of the database reads nothing.';

create table leads.reporter (
  lead uuid primary key references leads.lead,
  sealed bytea not null
);
comment on table leads.reporter is 'Who told it. Opened by two people of case management together, for a few minutes, with a reason.';

create table leads.custody (
  id uuid primary key,
  lead uuid not null references leads.lead,
  body bigint not null,
  given_by uuid not null references access.account,
  reason text not null check (length(reason) between 2 and 1000),
  turn bigint not null default nextval('leads.turn'),
  given_at timestamptz not null
);
create index custody_lead on leads.custody (lead, turn desc);

create table leads.opening (
  id uuid primary key,
  lead uuid not null references leads.lead,
  authority bigint not null,
  account uuid not null references access.account,
  name text not null,
  reason text not null check (length(reason) between 2 and 1000),
  turn bigint not null default nextval('leads.turn'),
  opened_at timestamptz not null
);
comment on column leads.opening.authority is 'The body that held the lead then; its audit administrator reads who opened what, when and why.';
create index opening_account on leads.opening (account, turn desc);
create index opening_lead on leads.opening (lead, turn desc);

create table leads.unsealing (
  id uuid primary key,
  lead uuid not null references leads.lead,
  authority bigint not null,
  asked_by uuid not null references access.account,
  asked_name text not null,
  reason text not null check (length(reason) between 2 and 1000),
  asked_at timestamptz not null,
  approved_by uuid references access.account,
  approved_name text,
  approved_at timestamptz,
  constraint unsealing_has_two_hands check (approved_by <> asked_by),
  constraint unsealing_approved_whole check ((approved_by is null) = (approved_at is null))
);
create index unsealing_lead on leads.unsealing (lead);

-- Whose case management holds a lead now, for a session that has made the step before leads; nothing where the person is recused.
create function access.held_leads() returns table (lead uuid, authority bigint)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select l.id, h.body
  from leads.lead l
  cross join lateral (
    select coalesce((select c.body from leads.custody c where c.lead = l.id order by c.turn desc limit 1), l.authority) as body
  ) h
  where h.body = any ((select access.authorities('case-management'))::bigint[])
    and (select access.leads_until()) is not null
    and not l.place <@ (select access.recused())
$$;

-- The lead that the caller opened last, for a quarter of an hour, while his body holds it: one at a time.
create function access.opened_leads() returns table (lead uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select o.lead
  from (
    select p.lead, p.opened_at from leads.opening p
    where p.account = (select access.account_id()) order by p.turn desc limit 1
  ) o
  where o.opened_at > access.clock() - interval '15 minutes'
    and o.lead in (select h.lead from access.held_leads() h)
$$;

-- Leads whose reporter the caller may read: he asked, another approved, minutes ago, and his body holds the lead.
create function access.unsealed_leads() returns table (lead uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select u.lead
  from leads.unsealing u
  where u.asked_by = (select access.account_id())
    and u.approved_by <> u.asked_by
    and u.approved_at > access.clock() - interval '15 minutes'
    and u.lead in (select h.lead from access.held_leads() h)
$$;

-- What the caller is dropping in this very transaction: its parts may join it, and nothing may later.
create function access.dropping_leads() returns table (lead uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select l.id from leads.lead l
  where l.dropped_by = (select access.account_id()) and l.dropped_at = access.clock()
$$;

-- Bodies whose case management somebody holds now: a lead is handed to no desk where nobody sits.
create function access.lead_desks() returns table (authority bigint, level text, body text)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select r.authority, r.level, min(r.body)
  from access.standing_role r
  where r.role = 'case-management' and r.revoked_at is null and r.valid @> access.clock()
    and (r.granted_by is null or r.approved_by is not null)
    and (select access.leads_until()) is not null
  group by r.authority, r.level
$$;

-- An approval is signed by whoever gives it, at its own time, and never changed.
create function leads.sign_unsealing() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if old.approved_by is null then
    new.approved_by := access.account_id();
    new.approved_at := access.clock();
  else
    raise exception using errcode = '42501', message = 'an approval is not changed';
  end if;
  return new;
end
$$;
create trigger unsealing_is_signed before update on leads.unsealing for each row execute function leads.sign_unsealing();

revoke execute on function leads.sign_unsealing() from public;
revoke execute on function access.held_leads(), access.opened_leads(), access.unsealed_leads(), access.dropping_leads(), access.lead_desks() from public;
grant execute on function access.held_leads(), access.opened_leads(), access.unsealed_leads(), access.dropping_leads(), access.lead_desks(),
  access.leads_until(), access.ordered_targets(), access.account_id(), access.person_id(), access.scopes(text[]),
  access.authorities(text[]), access.recused(), access.clock() to shengmian_lead;
grant select, insert on leads.lead, leads.content, leads.reporter, leads.custody, leads.opening, leads.unsealing to shengmian_lead;
grant update (approved_by, approved_name, approved_at) on leads.unsealing to shengmian_lead;
grant select, insert, update on platform.idempotency to shengmian_lead;
-- Old keys are the worker's to drop.
revoke delete on platform.idempotency from shengmian_app;
