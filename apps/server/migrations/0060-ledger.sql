-- The ledger: what happened to every record, in an order that nobody can change unseen. A row's change and its pending leaf commit
-- together; one sequencer gives dense indices afterwards, since a sequence's numbers have gaps and say nothing about who committed first.
create schema ledger;
comment on schema ledger is 'Append-only log of every change to a business row: salted commitments, no content. Closed to the application.';

create table ledger.pending (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  table_name text not null,
  record text[] not null,
  op text not null check (op in ('insert', 'update', 'delete', 'baseline', 'erase', 'restore')),
  content text,
  basis text,
  approvers text[]
);
comment on table ledger.pending is 'Changes that were committed and wait for their place in the log, for a fifth of a second; then their content is gone from here.';

create table ledger.leaf (
  index bigint primary key check (index >= 0),
  table_name text not null,
  record text[] not null,
  seq integer not null check (seq > 0),
  hash bytea not null check (length(hash) = 32),
  entry bytea not null check (length(entry) < 65536),
  unique (table_name, record, seq)
);
comment on column ledger.leaf.hash is 'Leaf hash of RFC 6962 over the entry, which is canonical JSON.';

create table ledger.salt (
  index bigint primary key,
  salt bytea not null check (length(salt) = 32)
);
comment on table ledger.salt is 'What opens a leaf''s commitment to whoever knows the content. Destroyed with the content by a lawful erasure.';

create table ledger.node (
  level smallint not null check (level >= 0),
  n bigint not null check (n >= 0),
  root bytea not null check (length(root) = 32),
  primary key (level, n)
);
comment on table ledger.node is 'The root of each full tile of 256 hashes: a hash in the tile above.';

create table ledger.checkpoint (
  id bigint generated always as identity primary key,
  size bigint not null check (size >= 0),
  note text not null,
  cosigned smallint not null,
  is_quorum boolean not null,
  signed_at timestamptz not null
);
comment on table ledger.checkpoint is 'Every signed state of the log, with the witnesses that cosigned it.';

create table ledger.covered (
  table_name text primary key,
  columns text not null,
  key_sql text not null,
  content_sql text not null,
  except_sql text,
  definition text not null
);
comment on table ledger.covered is 'How the key and the content of a row of each table are written, so that triggers, exports and proofs write them alike.';

-- What is written stays, for whoever owns the tables too; salts go only with an erasure.
create function ledger.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$ begin raise exception 'the ledger is only added to' using errcode = '42501'; end $$;
create trigger leaf_is_frozen before update or delete or truncate on ledger.leaf for each statement execute function ledger.refuse_change();
create trigger node_is_frozen before update or delete or truncate on ledger.node for each statement execute function ledger.refuse_change();
create trigger checkpoint_is_frozen before update or delete or truncate on ledger.checkpoint
  for each statement execute function ledger.refuse_change();
create trigger salt_is_frozen before update or truncate on ledger.salt for each statement execute function ledger.refuse_change();
-- A covered table is emptied row by row, or not at all.
create function ledger.refuse_truncate() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$ begin raise exception 'rows of % are removed one by one', tg_relid::regclass using errcode = '42501'; end $$;

-- The hashes of a tile as wide as asked: leaves at level 0, roots of full tiles above.
create function ledger.tile(tile_level integer, tile_n bigint, width integer) returns bytea
language sql stable security definer parallel safe set search_path = pg_catalog, pg_temp
as $$
  select case when tile_level = 0
    then (select string_agg(l.hash, ''::bytea order by l.index) from ledger.leaf l where l.index >= tile_n * 256 and l.index < tile_n * 256 + width)
    else (select string_agg(d.root, ''::bytea order by d.n) from ledger.node d
      where d.level = tile_level - 1 and d.n >= tile_n * 256 and d.n < tile_n * 256 + width)
  end
$$;

revoke execute on all functions in schema ledger from public;
grant usage on schema ledger to shengmian_ledger, shengmian_app;
grant select, delete on ledger.pending to shengmian_ledger;
grant select, insert on ledger.leaf, ledger.node, ledger.checkpoint to shengmian_ledger;
grant insert on ledger.salt to shengmian_ledger;
grant execute on function ledger.tile(integer, bigint, integer) to shengmian_ledger, shengmian_app;
