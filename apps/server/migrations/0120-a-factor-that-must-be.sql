-- An account whose role must have a second factor (a setting of the installation) and that has none signs in to set one up: until then its
-- session has no account in the eyes of the database, as with a passphrase from somebody else (0109, decision 0107).
alter table access.session add column awaits_factor boolean not null default false;
comment on column access.session.awaits_factor is 'Its account must have a second factor and has none: it opens nothing until one is set up in it.';

-- Whether an account holds one of the listed roles, its own or lent, now or while a session that begins now can last.
create function access.must_have_factor(holder uuid, listed text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select from access.standing_role r
    where r.account = holder and r.role = any (listed) and r.revoked_at is null and (r.granted_by is null or r.approved_by is not null)
      and r.valid && tstzrange(access.clock(), access.clock() + interval '12 hours', '[]')
  ) or exists (
    select from access.delegation d join access.standing_role l on l.id = d.standing_role
    where d.to_account = holder and l.role = any (listed) and d.revoked_at is null and d.approved_by is not null and l.revoked_at is null
      and d.valid && tstzrange(access.clock(), access.clock() + interval '12 hours', '[]')
  )
$$;
revoke execute on function access.must_have_factor(uuid, text[]) from public;
grant execute on function access.must_have_factor(uuid, text[]) to shengmian_auth;

create or replace function access.session_account() returns uuid
language sql stable parallel restricted
as $$
  select s.account
  from access.session s join access.account a on a.id = s.account
  where s.token = encode(sha256(convert_to(nullif(current_setting('shengmian.session', true), ''), 'UTF8')), 'hex')
    and s.expires_at > access.clock()
    and not s.awaits_second
    and not s.awaits_passphrase
    and not s.awaits_factor
    and s.locked_at is null
    and s.updated_at > access.clock() - interval '10 minutes'
    and a.disabled_at is null
$$;
