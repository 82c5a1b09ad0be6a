-- A recusal is keyed by its id alone, and stands at the body that recorded it: with this its erasure can be proposed there.
create or replace function ledger.area_of(wanted_table text, wanted_record text[]) returns int8range
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case
    when wanted_table = 'access.recusal'
      then (select int8range(r.authority, r.authority, '[]') from access.recusal r where r.id::text = wanted_record[1])
    when wanted_record[1] !~ '^\d{1,12}$' then null
    when c.key_sql like 'array[r."county"::text%' then int8range(wanted_record[1]::bigint * 1000000, (wanted_record[1]::bigint + 1) * 1000000)
    when c.key_sql like 'array[r."authority"::text%' then int8range(wanted_record[1]::bigint, wanted_record[1]::bigint, '[]')
  end
  from ledger.covered c where c.table_name = wanted_table
$$;
