-- A statement looks at what it may once, and a condition decides by that one look. What a session says of itself can change while a statement
-- runs (a setting is anybody's), so a bound from one moment must not meet a check from another, and what was looked up for nobody must not
-- stand for somebody.

-- Where the areas of the roles begin and end, in order: a place with an odd number of edges before it is covered. One value decides a row,
-- at half the price of a multirange.
create function access.edges(variadic wanted text[]) returns bigint[]
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
declare
  held jsonb := access.rights() -> 'areas';
  found int8multirange := '{}';
  piece int8range;
  edges bigint[] := '{}';
  role text;
begin
  foreach role in array wanted loop
    if held ? role then found := found + (held ->> role)::int8multirange; end if;
  end loop;
  if isempty(found) then return edges; end if;
  piece := range_merge(found);
  if found = int8multirange(piece) then return array[lower(piece), upper(piece)]; end if;
  for piece in select * from unnest(found) loop
    edges := edges || lower(piece) || upper(piece);
  end loop;
  return edges;
end
$$;

-- Nobody is recused from everything: otherwise what was found out for nobody would lift a recusal.
create or replace function access.recused() returns int8multirange
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
declare
  rights jsonb := access.rights();
begin
  if rights is null then return '{(,)}'; end if;
  return coalesce((rights ->> 'recused')::int8multirange, '{}');
end
$$;

-- Who somebody is not can be asked of somebody only: null for nobody, and the zero of all persons for an account without one.
create function access.own_person() returns uuid
language plpgsql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
declare
  rights jsonb := access.rights();
begin
  if rights is null then return null; end if;
  return coalesce((rights ->> 'person')::uuid, '00000000-0000-0000-0000-000000000000');
end
$$;

revoke execute on function access.edges(text[]), access.own_person() from public;
grant execute on function access.edges(text[]), access.own_person() to shengmian_app, shengmian_lead;
