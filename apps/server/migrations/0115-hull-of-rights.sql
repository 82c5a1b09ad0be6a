-- Where an account's areas lie from end to end is kept beside its rights, without a seal, because it only ever narrows: whoever writes into
-- it sees less, and the rights themselves are still asked whether they are no smaller. That spares every statement two looks at the seal.
create or replace function access.enter(session text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  secret bytea;
  rights jsonb;
  kept text;
  role text;
  areas text;
begin
  perform set_config('shengmian.session', session, true);
  select k.key into secret from platform.rights_key k;
  rights := access.derive_rights();
  kept := rights;
  perform set_config('shengmian.rights', coalesce(access.seal(secret, kept) || kept, ''), true);
  for role, areas in select * from jsonb_each_text(coalesce(nullif(rights -> 'areas', 'null'), '{}')) loop
    perform set_config('shengmian.hull_' || translate(role, '-', '_'), range_merge(areas::int8multirange)::text, true);
  end loop;
end
$$;

-- From the first to the last place that the roles cover, or every place where no rights are kept. Only ever a shorter way: what it admits is
-- still to be held against access.scopes.
create function access.hull(variadic wanted text[]) returns int8range
language plpgsql stable parallel restricted
as $$
declare
  found pg_catalog.int8range := 'empty';
  role text;
  held text;
begin
  if pg_catalog.current_setting('shengmian.rights', true) OPERATOR(pg_catalog.<>) '' then
    foreach role in array wanted loop
      held := pg_catalog.current_setting('shengmian.hull_' OPERATOR(pg_catalog.||) pg_catalog.translate(role, '-', '_'), true);
      if held OPERATOR(pg_catalog.<>) '' then found := pg_catalog.range_merge(found, held::pg_catalog.int8range); end if;
    end loop;
    return found;
  end if;
  return '[-9223372036854775808,9223372036854775807)';
end
$$;
grant execute on function access.hull(variadic text[]) to shengmian_app, shengmian_lead, shengmian_audit;
