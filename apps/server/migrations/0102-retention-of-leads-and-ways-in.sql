-- What a lead says, who told it, and the ways into a closed account are not kept for ever either (decision 0101). They are erased like
-- everything else: proposed on a basis, approved by two others, a tombstone in the log.

-- Leads that the caller's case management holds after its own sign-in step, with the day on which anything last happened to each: handed
-- over, passed on or read. Nothing of what they say.
create function access.kept_leads() returns table (lead uuid, authority bigint, number text, since date, has_content boolean, has_reporter boolean)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select l.id, h.authority, l.number,
    greatest(l.dropped_at, (select max(c.given_at) from leads.custody c where c.lead = l.id),
      (select max(o.opened_at) from leads.opening o where o.lead = l.id))::date,
    not exists (select from ledger.erasure e where e.table_name = 'leads.content' and e.record = array[l.id::text] and e.done_at is not null),
    not exists (select from ledger.erasure e where e.table_name = 'leads.reporter' and e.record = array[l.id::text] and e.done_at is not null)
  from access.held_leads() h join leads.lead l on l.id = h.lead
$$;
revoke execute on function access.kept_leads() from public;
grant execute on function access.kept_leads() to shengmian_app;

-- The places that a record belongs to. A lead belongs to no place but to the desk that holds it, which is written as the number of its body
-- below zero: so neither an office nor a leading group has a say in it, whatever its range.
create or replace function ledger.area_of(wanted_table text, wanted_record text[]) returns int8range
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case
    when wanted_table = 'access.recusal'
      then (select int8range(r.authority, r.authority, '[]') from access.recusal r where r.id::text = wanted_record[1])
    when wanted_table = 'access.credential'
      then (select a.area from access.credential r join access.account a on a.id = r.account
        where r.id::text = wanted_record[1] and a.disabled_at is not null)
    when wanted_table in ('leads.content', 'leads.reporter')
      then (select int8range(-h.authority, -h.authority, '[]') from access.held_leads() h where h.lead::text = wanted_record[1])
    when wanted_record[1] !~ '^\d{1,12}$' then null
    when c.key_sql like 'array[r."county"::text%' then int8range(wanted_record[1]::bigint * 1000000, (wanted_record[1]::bigint + 1) * 1000000)
    when c.key_sql like 'array[r."authority"::text%' then int8range(wanted_record[1]::bigint, wanted_record[1]::bigint, '[]')
  end
  from ledger.covered c where c.table_name = wanted_table
$$;

create or replace function ledger.may_erase(area int8range) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case when upper(area) <= 0
    then access.leads_until() is not null and -lower(area) = any (access.authorities('case-management'))
    else coalesce(area <@ access.scopes('office', 'leading-group'), false) end
$$;

-- With the passphrase of a closed account go its second factors, its links with the identity provider and the book of its sign-ins. Its
-- name stays, since acts and approvals in the log refer to it.
create function ledger.erase_ways_in() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  asked ledger.erasure;
  hands uuid[];
  target text;
  key text;
  gone text[];
begin
  select * into asked from ledger.erasure e
  where e.table_name = 'access.credential' and e.record = array[old.id::text] and e.done_at is null;
  if asked.id is null then return null; end if;
  select array_agg(a.approver order by a.at) into hands from ledger.erasure_approval a where a.erasure = asked.id;
  foreach target in array array['access.totp', 'access.passkey', 'access.identity_link', 'access.sign_in_event'] loop
    select c.key_sql into key from ledger.covered c where c.table_name = target;
    execute format('alter table %s no force row level security', target);
    execute format('alter table %s disable trigger zz_ledger', target);
    execute format('with gone as (delete from %s r where r.account = $1 returning %s as record) select array_agg(record[1]) from gone', target, key)
      into gone using old.account;
    execute format('alter table %s enable trigger zz_ledger', target);
    execute format('alter table %s force row level security', target);
    if exists (select from ledger.pending p where p.table_name = target and p.record[1] = any (gone)) then
      raise exception 'its last change is not in the log yet' using errcode = '55006';
    end if;
    delete from ledger.salt s using ledger.leaf l, unnest(gone) as id
    where ledger.key_of(l.table_name, l.record) = ledger.key_of(target, array[id]) and l.table_name = target and l.record = array[id]
      and s.index = l.index;
    insert into ledger.pending (table_name, record, op, basis, approvers)
    select target, array[id], 'erase', asked.basis, hands::text[] from unnest(gone) as id;
  end loop;
  alter table access.recovery_code no force row level security;
  delete from access.recovery_code where account = old.account;
  alter table access.recovery_code force row level security;
  return null;
end $$;
revoke execute on function ledger.erase_ways_in() from public;
create trigger ways_in_go_too after delete on access.credential for each row execute function ledger.erase_ways_in();
