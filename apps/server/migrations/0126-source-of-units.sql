-- Units that came with the published divisions have no entry in the ledger before their first change (docs/ledger.md). Whoever could call a
-- unit of his own one of these would add a row that no entry names and no export shows.
create function registry.keep_source() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' or new.source is distinct from old.source then
    raise insufficient_privilege using message = 'units of the published divisions come with them alone';
  end if;
  return new;
end
$$;
revoke execute on function registry.keep_source() from public;
create trigger source_is_kept before insert or update on registry.unit for each row
  when (current_user = 'shengmian_app' and new.source = 'divisions') execute function registry.keep_source();
