-- Lawful erasure: somebody proposes it on a basis, two others approve, and only then content and salts go, all in one transaction.
-- A tombstone takes their place in the log. The rules are here, where the application cannot leave one out.
create table ledger.erasure (
  id uuid primary key,
  table_name text not null references ledger.covered,
  record text[] not null,
  area int8range not null,
  basis text not null check (length(basis) between 2 and 1000),
  proposed_by uuid not null references access.account,
  proposed_at timestamptz not null default now(),
  done_at timestamptz
);
create unique index erasure_once on ledger.erasure (table_name, record) where done_at is null;

create table ledger.erasure_approval (
  erasure uuid not null references ledger.erasure,
  approver uuid not null references access.account,
  at timestamptz not null default now(),
  primary key (erasure, approver)
);

-- The places that a record belongs to, by the first column of its key; null where it belongs to none, and cannot be erased this way.
create function ledger.area_of(wanted_table text, wanted_record text[]) returns int8range
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case
    when c.key_sql like 'array[r."county"::text%' then int8range(wanted_record[1]::bigint * 1000000, (wanted_record[1]::bigint + 1) * 1000000)
    when c.key_sql like 'array[r."authority"::text%' then int8range(wanted_record[1]::bigint, wanted_record[1]::bigint, '[]')
  end
  from ledger.covered c where c.table_name = wanted_table and wanted_record[1] ~ '^\d{1,12}$'
$$;

-- Whether the caller speaks for those places.
create function ledger.may_erase(area int8range) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(area <@ access.scopes('office', 'leading-group'), false) $$;

create function ledger.erasures()
returns table (id uuid, table_name text, record text[], basis text, proposed_by uuid, proposed_name text, proposed_at timestamptz, done_at timestamptz,
  approvers uuid[], approver_names text[], approved_at timestamptz[])
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select e.id, e.table_name, e.record, e.basis, e.proposed_by, p.name, e.proposed_at, e.done_at,
    coalesce(array_agg(a.approver order by a.at) filter (where a.approver is not null), '{}'),
    coalesce(array_agg(n.name order by a.at) filter (where a.approver is not null), '{}'),
    coalesce(array_agg(a.at order by a.at) filter (where a.approver is not null), '{}')
  from ledger.erasure e join access.account p on p.id = e.proposed_by
    left join ledger.erasure_approval a on a.erasure = e.id left join access.account n on n.id = a.approver
  where ledger.may_erase(e.area) group by e.id, p.name order by e.proposed_at desc limit 200
$$;

create function ledger.propose_erasure(new_id uuid, wanted_table text, wanted_record text[], wanted_basis text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare place int8range := ledger.area_of(wanted_table, wanted_record);
begin
  if access.account_id() is null or not ledger.may_erase(place) then raise exception 'not allowed' using errcode = '42501'; end if;
  if not exists (select from ledger.leaf l where l.table_name = wanted_table and l.record = wanted_record) then
    raise exception 'no such record' using errcode = 'P0002';
  end if;
  insert into ledger.erasure (id, table_name, record, area, basis, proposed_by)
  values (new_id, wanted_table, wanted_record, place, wanted_basis, access.account_id());
end $$;

-- Destroys a record: its row, and the salts of all its entries. Frozen rows and rows that others refer to refuse by themselves.
create function ledger.destroy(wanted_table text, wanted_record text[]) returns void
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
  delete from ledger.salt s using ledger.leaf l where l.table_name = wanted_table and l.record = wanted_record and s.index = l.index;
end $$;

create function ledger.approve_erasure(wanted uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  asked ledger.erasure;
  hands uuid[];
begin
  select * into asked from ledger.erasure e where e.id = wanted for update;
  if asked.id is null or not ledger.may_erase(asked.area) then raise exception 'no such erasure' using errcode = 'P0002'; end if;
  if asked.proposed_by = access.account_id() then raise exception 'not one''s own' using errcode = '42501'; end if;
  if asked.done_at is not null then raise exception 'it is done' using errcode = '55000'; end if;
  insert into ledger.erasure_approval (erasure, approver) values (wanted, access.account_id()) on conflict do nothing;
  select array_agg(a.approver order by a.at) into hands from ledger.erasure_approval a where a.erasure = wanted;
  if cardinality(hands) < 2 then return; end if;
  perform ledger.destroy(asked.table_name, asked.record);
  update ledger.erasure set done_at = now() where id = wanted;
  insert into ledger.pending (table_name, record, op, basis, approvers)
  values (asked.table_name, asked.record, 'erase', asked.basis, hands::text[]);
end $$;

revoke execute on all functions in schema ledger from public;
grant execute on function ledger.erasures(), ledger.propose_erasure(uuid, text, text[], text), ledger.approve_erasure(uuid) to shengmian_app;
