-- Periods of retention propose many erasures at once: those that wait for approval come first, so that none is out of sight.
create or replace function ledger.erasures()
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
  where ledger.may_erase(e.area) group by e.id, p.name order by (e.done_at is null) desc, e.proposed_at desc limit 1000
$$;
