-- What a session may is worked out once a transaction, when the transaction says which session it serves, and not by every statement again.
-- It is kept in a setting of the transaction. Anybody who speaks SQL can write into a setting, so what is kept carries a seal: a keyed hash
-- over the rights, the session, the connection and the start of the transaction. Without the right seal the rights are worked out afresh,
-- so who forges, drops or replays it gains nothing and only waits longer.

create table platform.rights_key (key bytea not null);
comment on table platform.rights_key is 'The key of the seal under which a transaction keeps its rights. Nobody but the owner reads it; a lost key costs nothing, make another.';
-- Three times 122 bits of the strong random numbers of PostgreSQL.
insert into platform.rights_key
select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- The rights themselves: account, person, places recused from, and by role the places covered and the authorities held. Null without a session.
create function access.derive_rights() returns jsonb
language sql stable parallel restricted
as $$
  select jsonb_build_object('account', a.id, 'person', a.person, 'recused', access.recused_from(a.person),
    'areas', held.areas, 'authorities', held.authorities)
  from access.account a,
  lateral (
    select jsonb_object_agg(h.role, h.areas) as areas, jsonb_object_agg(h.role, h.authorities) as authorities
    from (
      select h.role, range_agg(h.area)::text as areas, array_agg(distinct h.authority)::text as authorities
      from access.roles_of(a.id) h group by h.role
    ) h
  ) held
  where a.id = (select access.session_account())
$$;

-- The seal over rights kept as text, for this session, connection and transaction. Twice hashed, so that nothing can be added behind.
create function access.seal(secret bytea, kept text) returns text
language sql stable parallel restricted
as $$
  select encode(sha256(secret || sha256(secret || convert_to(pg_backend_pid() || '|' || now()::text || '|'
    || current_setting('shengmian.session', true) || '|' || kept, 'UTF8'))), 'hex')
$$;

-- The rights of the session of the transaction: those kept under a seal that holds, or worked out now.
create function access.rights() returns jsonb
language plpgsql stable parallel restricted
as $$
declare
  sealed text := current_setting('shengmian.rights', true);
  secret bytea;
begin
  if sealed <> '' then
    select k.key into secret from platform.rights_key k;
    if left(sealed, 64) = access.seal(secret, substr(sealed, 65)) then return substr(sealed, 65); end if;
  end if;
  return access.derive_rights();
end
$$;

-- Says which session the transaction serves and keeps what it may. The application's only way in; what it passes is checked like any token.
create function access.enter(session text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  secret bytea;
  rights text;
begin
  perform set_config('shengmian.session', session, true);
  select k.key into secret from platform.rights_key k;
  rights := access.derive_rights();
  perform set_config('shengmian.rights', coalesce(access.seal(secret, rights) || rights, ''), true);
end
$$;

create or replace function access.account_id() returns uuid
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$ begin return (access.rights() ->> 'account')::uuid; end $$;

create or replace function access.person_id() returns uuid
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$ begin return (access.rights() ->> 'person')::uuid; end $$;

create or replace function access.recused() returns int8multirange
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$ begin return coalesce((access.rights() ->> 'recused')::int8multirange, '{}'); end $$;

create or replace function access.scopes(variadic wanted text[]) returns int8multirange
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
declare
  held jsonb := access.rights() -> 'areas';
  found int8multirange := '{}';
  role text;
begin
  foreach role in array wanted loop
    if held ? role then found := found + (held ->> role)::int8multirange; end if;
  end loop;
  return found;
end
$$;

create or replace function access.authorities(variadic wanted text[]) returns bigint[]
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
declare
  held jsonb := access.rights() -> 'authorities';
  found bigint[] := '{}';
  role text;
begin
  foreach role in array wanted loop
    if held ? role then found := found || (held ->> role)::bigint[]; end if;
  end loop;
  return found;
end
$$;

-- Whoever changes in a transaction what rights follow from has them worked out again by the next statement.
create function access.forget_rights() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$ begin perform set_config('shengmian.rights', '', true); return null; end $$;
create trigger rights_follow after insert or update or delete on access.session for each statement execute function access.forget_rights();
create trigger rights_follow after insert or update or delete on access.account for each statement execute function access.forget_rights();
create trigger rights_follow after insert or update or delete on access.standing_role for each statement execute function access.forget_rights();
create trigger rights_follow after insert or update or delete on access.delegation for each statement execute function access.forget_rights();
create trigger rights_follow after insert or update or delete on access.emergency for each statement execute function access.forget_rights();
create trigger rights_follow after insert or update or delete on access.recusal for each statement execute function access.forget_rights();

revoke execute on function access.derive_rights(), access.seal(bytea, text), access.rights(), access.enter(text), access.forget_rights() from public;
grant execute on function access.enter(text) to shengmian_app, shengmian_lead, shengmian_audit;
