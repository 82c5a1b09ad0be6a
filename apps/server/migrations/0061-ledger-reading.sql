-- What the application may ask of the ledger for somebody signed in: how it stands, and the proof of a record whose content he knows.
create function ledger.status() returns table (size bigint, waiting bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select (select coalesce(max(l.index) + 1, 0) from ledger.leaf l), count(p.id), min(p.at)
  from ledger.pending p where (select access.account_id()) is not null
$$;

create function ledger.checkpoints(most integer)
returns table (size bigint, note text, cosigned smallint, is_quorum boolean, signed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select c.size, c.note, c.cosigned, c.is_quorum, c.signed_at from ledger.checkpoint c
  where (select access.account_id()) is not null order by c.id desc limit most
$$;

create function ledger.entries_of(wanted_table text, wanted_record text[]) returns table (index bigint, entry bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select l.index, l.entry from ledger.leaf l
  where l.table_name = wanted_table and l.record = wanted_record and (select access.account_id()) is not null order by l.index
$$;

-- The salt opens a commitment, so it is given only for the content that was committed to.
create function ledger.salt_for(wanted_table text, wanted_record text[], content text) returns bytea
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.salt from (select l.index, l.entry from ledger.leaf l
      where l.table_name = wanted_table and l.record = wanted_record order by l.seq desc limit 1) last
    join ledger.salt s on s.index = last.index
  where (select access.account_id()) is not null
    and encode(sha256(s.salt || convert_to(content, 'UTF8')), 'hex') = convert_from(last.entry, 'UTF8')::jsonb ->> 'sha256'
$$;

create function ledger.written_as(wanted_table text) returns table (key_sql text, content_sql text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select c.key_sql, c.content_sql from ledger.covered c where c.table_name = wanted_table $$;

revoke execute on function ledger.status(), ledger.checkpoints(integer), ledger.entries_of(text, text[]), ledger.salt_for(text, text[], text),
  ledger.written_as(text) from public;
grant execute on function ledger.status(), ledger.checkpoints(integer), ledger.entries_of(text, text[]), ledger.salt_for(text, text[], text),
  ledger.written_as(text) to shengmian_app;
