-- Documents as issued: a number without gaps, the bytes, their hash. Nothing here is ever changed or removed.
create schema documents;
comment on schema documents is 'Issued documents, frozen with their hash, and the counters that number them.';

create table documents.counter (
  authority bigint not null,
  series text not null check (length(series) between 1 and 20),
  year smallint not null,
  last integer not null check (last >= 0),
  primary key (authority, series, year)
);
comment on table documents.counter is 'The last number given in a series of an authority in a year; raised in the transaction that uses it, so that no gap is left by a failure.';

create table documents.issued (
  authority bigint not null,
  id uuid not null,
  series text not null,
  year smallint not null,
  number integer not null,
  label text not null,
  kind text not null check (kind in ('engagement-order', 'recusal-certificate')),
  round uuid not null,
  person uuid,
  title text not null,
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  bytes bytea not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  primary key (authority, id),
  unique (authority, series, year, number)
);
comment on column documents.issued.label is 'The number as printed, such as 荆巡授〔2026〕31号.';
comment on column documents.issued.content is 'What was rendered, so that a page can show the document without reading the file.';
create index issued_round on documents.issued (round, kind, person);

create function documents.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$ begin raise exception 'an issued document never changes' using errcode = '42501'; end $$;
create trigger issued_is_frozen before update or delete on documents.issued
  for each row execute function documents.refuse_change();

-- Numbers only rise, one by one: a gap or a number given twice is refused by the database itself.
create function documents.step_by_one() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$ begin
  if new.last <> old.last + 1 then raise exception 'document numbers rise by one' using errcode = '42501'; end if;
  return new;
end $$;
create trigger counter_rises before update on documents.counter
  for each row execute function documents.step_by_one();

grant usage on schema documents to shengmian_app, shengmian_worker;
grant select, insert, update on documents.counter to shengmian_app;
grant select, insert on documents.issued to shengmian_app;
