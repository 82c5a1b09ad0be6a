-- What an upper office sees of the rounds below it: summaries and clashes of time, never the people, ties or plans themselves.
create function rounds.summaries() returns table (
  authority bigint, id uuid, year smallint, number integer, title text, kinds text[], mode text, types text[], elevated boolean, state text,
  starts date, ends date, planned_ends date, programme uuid, targets bigint, teams bigint, people bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select r.authority, r.id, r.year, r.number, r.title, r.kinds, r.mode, r.types, r.elevated, r.state, r.starts, r.ends, r.planned_ends, r.programme,
    (select count(*) from rounds.target t where t.round = r.id),
    (select count(*) from rounds.team t where t.round = r.id),
    (select count(*) from rounds.member m where m.round = r.id)
  from rounds.round r
  where (select access.scopes('office', 'leading-group')) @> r.authority
$$;
revoke execute on function rounds.summaries() from public;
grant execute on function rounds.summaries() to shengmian_app;

-- The same person or the same target in two rounds whose windows overlap. One end must be a round that the caller's office covers;
-- of the other round only its id, title and days are told.
create function rounds.clashes(from_day date, to_day date) returns table (
  kind text, thing uuid, name text, round_a uuid, title_a text, round_b uuid, title_b text, from_date date, to_date date)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with open_round as (
    select * from rounds.round r where r.state not in ('withdrawn', 'closed', 'archived') and r.starts <= to_day and r.ends >= from_day
  ), engaged as (
    select 'person' as kind, m.person as thing, m.name, r.id, r.title, r.authority, r.starts, r.ends
    from rounds.member m join open_round r on r.id = m.round
    union all
    select 'target', t.unit, '', r.id, r.title, r.authority, r.starts, r.ends
    from rounds.target t join open_round r on r.id = t.round
  )
  select a.kind, a.thing, a.name, a.id, a.title, b.id, b.title, greatest(a.starts, b.starts), least(a.ends, b.ends)
  from engaged a join engaged b on a.kind = b.kind and a.thing = b.thing and a.id < b.id and a.starts <= b.ends and b.starts <= a.ends
  where (select access.scopes('office', 'leading-group')) @> a.authority or (select access.scopes('office', 'leading-group')) @> b.authority
$$;
revoke execute on function rounds.clashes(date, date) from public;
grant execute on function rounds.clashes(date, date) to shengmian_app;
