-- What the database derives from the session of a transaction. The application says which session it serves and nothing else;
-- no other setting is read, so setting one widens nothing. Policies call these in sub-selects, once a statement.

-- The account of the session named by the transaction, or null: unknown, ended, idle too long, or the account is disabled.
create function access.account_id() returns uuid
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select s.account
  from access.session s join access.account a on a.id = s.account
  where s.token = encode(sha256(convert_to(nullif(current_setting('shengmian.session', true), ''), 'UTF8')), 'hex')
    and s.expires_at > access.clock()
    and a.disabled_at is null
$$;

-- When the session of the transaction began and when it ends unless it is used.
create function access.session_window() returns table (began timestamptz, expires timestamptz)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select s.created_at, s.expires_at from access.session s
  where s.token = encode(sha256(convert_to(nullif(current_setting('shengmian.session', true), ''), 'UTF8')), 'hex')
    and s.account = access.account_id()
$$;

-- The person of the talent pool who is signed in, or null.
create function access.person_id() returns uuid
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$ select a.person from access.account a where a.id = access.account_id() $$;

-- The places that the standing roles held now cover.
create function access.scopes(variadic wanted text[]) returns int8multirange
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select coalesce(range_agg(r.area), '{}'::int8multirange)
  from access.standing_role r
  where r.account = (select access.account_id()) and r.role = any (wanted)
    and r.revoked_at is null and r.valid @> access.clock()
$$;

-- The authorities themselves at which such roles are held now: not what lies below them.
create function access.authorities(variadic wanted text[]) returns bigint[]
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct r.authority), '{}'::bigint[])
  from access.standing_role r
  where r.account = (select access.account_id()) and r.role = any (wanted)
    and r.revoked_at is null and r.valid @> access.clock()
$$;

-- The inspected units that the account speaks for now.
create function access.own_units() returns table (county integer, unit uuid)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select r.county, r.unit
  from access.standing_role r
  where r.account = (select access.account_id()) and r.role in ('inspected-head', 'inspected-liaison')
    and r.revoked_at is null and r.valid @> access.clock()
$$;

-- The places from which the person signed in is recused.
create function access.recused() returns int8multirange
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select coalesce(range_agg(q.area), '{}'::int8multirange)
  from access.recusal q
  where q.person = (select access.person_id()) and q.lifted_at is null
$$;

revoke execute on all functions in schema access from public;
grant execute on function access.account_id(), access.person_id(), access.scopes(text[]), access.authorities(text[]), access.own_units(),
  access.recused(), access.session_window() to shengmian_app, shengmian_worker, shengmian_auth;
