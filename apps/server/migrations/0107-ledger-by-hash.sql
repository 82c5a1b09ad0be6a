-- What a leaf costs is mostly comparing keys: arrays of texts, at every level of an index. Entries of a record are found by a number
-- instead. Numbers may coincide, so that every query also compares the key itself. That a record's entries are counted 1, 2, 3 rests on the
-- sequencer, of which one writes at a time, and on every verification, which counts them again.
create function ledger.key_of(table_name text, record text[]) returns bigint
language sql immutable strict parallel safe
return hashtextextended(table_name, hash_array_extended(record, 0));
revoke execute on function ledger.key_of(text, text[]) from public;
grant execute on function ledger.key_of(text, text[]) to shengmian_ledger;

create index leaf_of_record on ledger.leaf (ledger.key_of(table_name, record), seq);
alter table ledger.leaf drop constraint leaf_table_name_record_seq_key;

create or replace function ledger.entries_of(wanted_table text, wanted_record text[]) returns table (index bigint, entry bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select l.index, l.entry from ledger.leaf l
  where ledger.key_of(l.table_name, l.record) = ledger.key_of(wanted_table, wanted_record) and l.table_name = wanted_table
    and l.record = wanted_record and (select access.account_id()) is not null order by l.index
$$;

create or replace function ledger.salt_for(wanted_table text, wanted_record text[], content text) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.salt from (select l.index, l.entry from ledger.leaf l
      where ledger.key_of(l.table_name, l.record) = ledger.key_of(wanted_table, wanted_record) and l.table_name = wanted_table
        and l.record = wanted_record order by l.seq desc limit 1) last
    join ledger.salt s on s.index = last.index
  where (select access.account_id()) is not null
    and encode(sha256(s.salt || convert_to(content, 'UTF8')), 'hex') = convert_from(last.entry, 'UTF8')::jsonb ->> 'sha256'
$$;

create or replace function ledger.propose_erasure(new_id uuid, wanted_table text, wanted_record text[], wanted_basis text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare place int8range := ledger.area_of(wanted_table, wanted_record);
begin
  if access.account_id() is null or not ledger.may_erase(place) then raise exception 'not allowed' using errcode = '42501'; end if;
  if not exists (select from ledger.leaf l where ledger.key_of(l.table_name, l.record) = ledger.key_of(wanted_table, wanted_record)
      and l.table_name = wanted_table and l.record = wanted_record) then
    raise exception 'no such record' using errcode = 'P0002';
  end if;
  insert into ledger.erasure (id, table_name, record, area, basis, proposed_by)
  values (new_id, wanted_table, wanted_record, place, wanted_basis, access.account_id());
end $$;

create or replace function ledger.destroy(wanted_table text, wanted_record text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  target regclass := wanted_table::regclass;
  key text := (select c.key_sql from ledger.covered c where c.table_name = wanted_table);
  gone integer;
begin
  if exists (select from ledger.pending p where p.table_name = wanted_table and p.record = wanted_record) then
    raise exception 'its last change is not in the log yet' using errcode = '55006';
  end if;
  execute format('alter table %s no force row level security', target);
  execute format('alter table %s disable trigger zz_ledger', target);
  execute format('delete from %s r where %s = $1', target, key) using wanted_record;
  get diagnostics gone = row_count;
  execute format('alter table %s enable trigger zz_ledger', target);
  execute format('alter table %s force row level security', target);
  if gone <> 1 then raise exception 'no such row' using errcode = 'P0002'; end if;
  delete from ledger.salt s using ledger.leaf l where ledger.key_of(l.table_name, l.record) = ledger.key_of(wanted_table, wanted_record)
    and l.table_name = wanted_table and l.record = wanted_record and s.index = l.index;
end $$;
