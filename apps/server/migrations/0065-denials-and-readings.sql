-- What was refused and why, for the security administrator; who read evidence and took exports, for the audit administrator.
-- Both are written once: nobody at run time can change or remove a row.
create table access.denial (
  id uuid primary key,
  at timestamptz not null,
  account uuid not null references access.account,
  account_name text not null,
  authority bigint not null,
  level text not null,
  area int8range not null generated always as (access.area(authority, level)) stored,
  endpoint text not null,
  params jsonb not null,
  code text not null check (code in ('not-allowed', 'not-found')),
  said jsonb not null,
  subject text,
  command text not null,
  rule jsonb not null,
  facts jsonb not null
);
comment on column access.denial.rule is 'The policy of the table as it was decided: every condition with whether it held.';
comment on column access.denial.facts is 'What the account held at that instant: roles, orders, recusals; and the keys of the row asked for, never its content.';
create index denial_at on access.denial (at);
create index denial_account on access.denial (account, at);

create table access.reading (
  id uuid primary key,
  at timestamptz not null,
  account uuid not null references access.account,
  account_name text not null,
  authority bigint not null,
  level text not null,
  area int8range not null generated always as (access.area(authority, level)) stored,
  endpoint text not null,
  kind text not null check (kind in ('evidence', 'export')),
  params jsonb not null
);
comment on table access.reading is 'One row for every read of evidence and every export, committed before anything is sent.';
create index reading_at on access.reading (at);
create index reading_account on access.reading (account, at);

-- Whose it is and when it was comes from the session, whatever the application says.
create function access.sign_reading() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  select a.id, a.name, a.authority, a.level, access.clock() into strict new.account, new.account_name, new.authority, new.level, new.at
  from access.account a where a.id = access.account_id();
  return new;
end
$$;
create trigger reading_is_signed before insert on access.reading for each row execute function access.sign_reading();
create trigger denial_is_signed before insert on access.denial for each row execute function access.sign_reading();

create function access.keep_as_written() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise insufficient_privilege using message = 'what was recorded is neither changed nor removed';
end
$$;
create trigger denial_stays before update or delete on access.denial for each row execute function access.keep_as_written();
create trigger denial_is_not_emptied before truncate on access.denial for each statement execute function access.keep_as_written();
create trigger reading_stays before update or delete on access.reading for each row execute function access.keep_as_written();
create trigger reading_is_not_emptied before truncate on access.reading for each statement execute function access.keep_as_written();

-- The keys by which a row is judged, never its content: what a denial is explained with.
create function access.keys_of(asked text, asked_id uuid) returns setof jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if asked not in ('rounds.round', 'rounds.programme', 'rounds.term_plan', 'rounds.draw', 'registry.person', 'registry.unit', 'access.account',
    'access.delegation', 'access.recusal') then
    return;
  end if;
  return query execute format(
    'select (select coalesce(jsonb_object_agg(e.key, e.value), ''{}'') from jsonb_each(to_jsonb(t)) e where e.key in (''id'', ''authority'', ''level'',
       ''county'', ''place'', ''state'', ''sending'', ''host'', ''person'', ''account'', ''from_account'', ''to_account'', ''asked_by'', ''created_by'', ''role''))
     from %s t where t.id = $1', asked) using asked_id;
end
$$;

-- What the account of the session has to do with orders and recusals, past ones included: the facts of a denial.
create function access.facts_of_session() returns jsonb
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select jsonb_build_object(
    'roles', (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'authority', r.authority, 'level', r.level,
        'why', case when r.revoked_at is not null then 'revoked' when r.granted_by is not null and r.approved_by is null then 'one-hand'
          when upper(r.valid) <= access.clock() then 'ended' when lower(r.valid) > access.clock() then 'ahead' else 'in-force' end)), '[]')
      from access.standing_role r where r.account = access.account_id()),
    'lent', (select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'authority', h.authority, 'level', h.level, 'by', h.lent_by)), '[]')
      from access.held_roles() h where h.delegation is not null),
    'orders', (select coalesce(jsonb_agg(jsonb_build_object('number', o.number, 'round', o.round, 'unit', o.unit,
        'why', case when o.revoked_at is not null then 'revoked' when upper(o.valid) <= access.clock() then 'ended'
          when lower(o.valid) > access.clock() then 'ahead' when o.place <@ access.recused() then 'recused'
          when r.state not in ('authorised', 'running', 'reporting') then 'round-not-under-way' else 'in-force' end)), '[]')
      from (select * from access.engagement_order o where o.person = access.person_id() order by o.issued_at desc limit 50) o
      join rounds.round r on r.authority = o.authority and r.id = o.round),
    'recusals', (select coalesce(jsonb_agg(jsonb_build_object('place', q.place, 'level', q.level)), '[]')
      from access.recusal q where q.person = access.person_id() and q.lifted_at is null))
$$;

revoke execute on function access.sign_reading(), access.keep_as_written(), access.keys_of(text, uuid), access.facts_of_session() from public;
grant usage on schema access to shengmian_audit;
grant execute on function access.account_id(), access.person_id(), access.held_roles(), access.recused(), access.own_units(), access.ordered_targets(),
  access.partner_teams(text[]), access.partner_rounds(text[]), access.partner_targets(text[]), access.partner_letters(text[]),
  access.addressed_programmes(text[]), access.submitted_rounds_below(text[]), access.keys_of(text, uuid), access.facts_of_session(), access.clock(),
  access.area(bigint, text)
  to shengmian_audit;
grant insert on access.denial to shengmian_audit;
grant select on access.denial to shengmian_app;
grant select, insert on access.reading to shengmian_app;
