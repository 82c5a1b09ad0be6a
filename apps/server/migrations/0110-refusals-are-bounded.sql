-- A refusal is written down whole, with its rule and its facts: some kilobytes. Whoever asks for what he may not have a thousand times a
-- minute would fill the disk with them. So of one person the first thirty of a minute and five hundred of an hour are written whole, and
-- the rest is counted by hour, request and answer: nothing is lost but the facts, which are those of the ones before (decision 0098).
create table access.denial_tally (
  account uuid not null references access.account,
  hour timestamptz not null,
  endpoint text not null,
  code text not null check (code in ('not-allowed', 'not-found', 'sign-in-failed')),
  account_name text not null,
  authority bigint not null,
  level text not null,
  area int8range not null generated always as (access.area(authority, level)) stored,
  times integer not null check (times > 0),
  last_at timestamptz not null,
  primary key (account, hour, endpoint, code)
);
comment on table access.denial_tally is 'Refusals beyond those that are written whole, counted.';
create index denial_tally_hour on access.denial_tally (hour);

-- Counts one more refusal of an account.
create function access.tally(refused uuid, asked text, answer text) returns void
language sql set search_path = pg_catalog, pg_temp
as $$
  insert into access.denial_tally as t (account, hour, endpoint, code, account_name, authority, level, times, last_at)
  select a.id, date_trunc('hour', access.clock(), 'UTC'), asked, answer, a.name, a.authority, a.level, 1, access.clock()
  from access.account a where a.id = refused
  on conflict (account, hour, endpoint, code) do update set times = t.times + 1, last_at = access.clock()
$$;

-- Whether a refusal of the session's account is still written whole. If not, it is counted here.
create function access.is_written_whole(asked text, answer text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  minute integer;
  hour integer;
begin
  select count(*) filter (where d.at > access.clock() - interval '1 minute'), count(*) into minute, hour
  from access.denial d where d.account = access.account_id() and d.at > access.clock() - interval '1 hour';
  if minute < 30 and hour < 500 then return true; end if;
  perform access.tally(access.account_id(), asked, answer);
  return false;
end
$$;

-- A failed sign-in stands in the book of the account up to sixty times an hour; the rest is counted.
create function access.note_failed_sign_in(typed text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  found uuid := (select a.id from access.account a where a.username = typed);
begin
  if found is null then return; end if;
  if (select count(*) from access.sign_in_event e
      where e.account = found and e.kind = 'sign-in-failed' and e.at > access.clock() - interval '1 hour') < 60 then
    insert into access.sign_in_event (id, account, kind, at) values (gen_random_uuid(), found, 'sign-in-failed', access.clock());
  else
    perform access.tally(found, 'signIn', 'sign-in-failed');
  end if;
end
$$;

revoke execute on function access.tally(uuid, text, text), access.is_written_whole(text, text), access.note_failed_sign_in(text) from public;
grant execute on function access.is_written_whole(text, text) to shengmian_audit;
grant execute on function access.note_failed_sign_in(text) to shengmian_auth;
grant select on access.denial_tally to shengmian_app;
