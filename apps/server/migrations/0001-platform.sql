-- What every module stands on: replies kept for repeated requests.
create table platform.idempotency (
  account uuid not null,
  key text not null check (length(key) between 8 and 200),
  fingerprint text not null,
  status smallint not null,
  reply jsonb,
  at timestamptz not null default now(),
  primary key (account, key)
);
comment on table platform.idempotency is 'The answer to a mutating request, so that the same key never acts twice. Kept for 48 hours.';
create index idempotency_at on platform.idempotency (at);

grant usage on schema platform to shengmian_app, shengmian_worker;
grant select, insert, update, delete on platform.idempotency to shengmian_app;
grant select, delete on platform.idempotency to shengmian_worker;
