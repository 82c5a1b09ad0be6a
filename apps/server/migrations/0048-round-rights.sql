-- What follows from rounds and orders for the account of a session. Every right is a pair with its authority: an id alone
-- opens nothing, since another body could write a row with the same id.
alter table access.engagement_order add constraint order_of_a_round foreign key (authority, round) references rounds.round (authority, id);
-- A head or liaison speaks for a unit of the very county that his role was granted in.
alter table access.standing_role add constraint role_unit_in_its_county foreign key (county, unit) references registry.unit (county, id);
-- One person, one id, whichever pool: an account's orders go by it.
drop index registry.person_id;
create unique index person_id on registry.person (id);

-- Targets that the person signed in has an order for: in its window, not revoked, the round under way, not recused. The target of the
-- round decides, not what the order says of it.
create function access.ordered_targets() returns table (authority bigint, round uuid, team uuid, unit uuid, place bigint)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select t.authority, t.round, o.team, t.unit, t.place
  from access.engagement_order o
  join rounds.round r on r.authority = o.authority and r.id = o.round
  join rounds.target t on t.authority = o.authority and t.round = o.round and t.unit = o.unit
  where o.person = (select access.person_id())
    and o.revoked_at is null
    and o.valid @> access.clock()
    and r.state in ('authorised', 'running', 'reporting')
    and not t.place <@ (select access.recused())
$$;

-- Teams that one of the caller's authorities sends or receives, once the plan is no longer a draft.
create function access.partner_teams(variadic wanted text[]) returns table (authority bigint, round uuid, team uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select t.authority, t.round, t.id
  from rounds.team t join rounds.round r on r.authority = t.authority and r.id = t.round
  where r.state <> 'draft'
    and array[t.sending, t.host, r.sending, r.host] && (select access.authorities(variadic wanted))
$$;

-- Rounds, once no longer a draft, in which one of the caller's authorities sends or is host.
create function access.partner_rounds(variadic wanted text[]) returns table (authority bigint, round uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select r.authority, r.id
  from rounds.round r
  where r.state <> 'draft' and array[r.sending, r.host] && (select access.authorities(variadic wanted))
  union
  select t.authority, t.round from access.partner_teams(variadic wanted) t
$$;

-- Targets of such teams, or of the whole round where the round itself has one sender or host.
create function access.partner_targets(variadic wanted text[]) returns table (authority bigint, round uuid, unit uuid, place bigint)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select t.authority, t.round, t.unit, t.place
  from rounds.target t join access.partner_teams(variadic wanted) p on p.authority = t.authority and p.round = t.round and p.team = t.team
  union
  select t.authority, t.round, t.unit, t.place
  from rounds.target t join rounds.round r on r.authority = t.authority and r.id = t.round
  where r.state <> 'draft' and array[r.sending, r.host] && (select access.authorities(variadic wanted))
$$;

-- Order letters of people whom one of the caller's authorities sends or receives.
create function access.partner_letters(variadic wanted text[]) returns table (authority bigint, id uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select d.authority, d.id
  from documents.issued d join access.engagement_order o on o.authority = d.authority and o.round = d.round and o.person = d.person
  where d.kind = 'engagement-order' and array[o.sending, o.host] && (select access.authorities(variadic wanted))
$$;

-- Programmes that bind one of the caller's authorities.
create function access.addressed_programmes(variadic wanted text[]) returns table (authority bigint, programme uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select b.authority, b.programme from rounds.programme_body b where b.body = any ((select access.authorities(variadic wanted))::bigint[])
$$;

-- Rounds of lower bodies whose plan has been submitted: its sections are addressed upwards for guidance.
create function access.submitted_rounds_below(variadic wanted text[]) returns table (authority bigint, round uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select r.authority, r.id from rounds.round r where r.state <> 'draft' and r.authority <@ (select access.scopes(variadic wanted))
$$;

revoke execute on all functions in schema access from public;
grant execute on function access.ordered_targets(), access.partner_teams(text[]), access.partner_rounds(text[]), access.partner_targets(text[]),
  access.partner_letters(text[]), access.addressed_programmes(text[]), access.submitted_rounds_below(text[]) to shengmian_app;
-- Proposals are asked for by people; the worker only answers them.
revoke insert on rounds.proposal from shengmian_worker;
