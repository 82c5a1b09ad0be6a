-- What an outside team needs to arrive and work at a target, and nothing of what it finds there: the liaison of the place sees these.
create table rounds.arrangement (
  authority bigint not null,
  id uuid not null,
  round uuid not null,
  unit uuid not null,
  place bigint not null,
  kind text not null check (kind in ('arrival', 'lodging', 'transport', 'venue', 'meeting', 'departure', 'documents')),
  day date not null,
  at_time text check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  title text not null check (length(title) between 1 and 200),
  location text,
  recorded_by uuid not null,
  recorded_name text not null,
  recorded_at timestamptz not null,
  done_at timestamptz,
  done_name text,
  note text,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  constraint arrangement_done_by_somebody check ((done_at is null) = (done_name is null)),
  constraint arrangement_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null))
);
comment on column rounds.arrangement.kind is 'documents: what is to be handed in for reading by that day; the others are the schedule.';
create index arrangement_target on rounds.arrangement (authority, round, unit, day);

grant select, insert on rounds.arrangement to shengmian_app;
grant update (done_at, done_name, note, revoked_at, revoked_reason) on rounds.arrangement to shengmian_app;

-- What a stranger must know of a place: it stays with the unit from round to round.
create table rounds.local_note (
  authority bigint not null,
  unit uuid not null,
  place bigint not null,
  way text not null default '',
  dialect text not null default '',
  holidays text not null default '',
  contacts jsonb not null default '[]',
  updated_name text not null,
  updated_at timestamptz not null,
  primary key (authority, unit)
);
comment on column rounds.local_note.contacts is 'Who is called for what: name, duty, phone.';

grant select, insert, update on rounds.local_note to shengmian_app;

-- What lies in the areas that the account leads: targets under inspection and documents not yet handed in, without a word of content.
create function rounds.area_items() returns table (charge uuid, kind text, unit uuid, place bigint, round uuid, since date, due date, supervisor text)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  with led as (
    select c.id, c.authority, c.area from rounds.charge c
    where c.account = (select access.account_id()) and c.kind = 'area-leader' and c.revoked_at is null
  ), inspected as (
    -- Where two of his areas overlap, a target counts in the smaller.
    select distinct on (t.authority, t.round, t.unit) l.id as charge, t.authority, t.round, t.unit, t.place,
      coalesce(r.started_on, r.starts) as since, r.ends
    from led l
    join rounds.target t on t.authority = l.authority and t.place <@ l.area
    join rounds.round r on r.authority = t.authority and r.id = t.round
    where r.state in ('authorised', 'running', 'reporting')
    order by t.authority, t.round, t.unit, upper(l.area) - lower(l.area)
  ), found as (
    select i.charge, 'target' as kind, i.authority, i.unit, i.place, i.round, i.since, i.ends as due from inspected i
    union all
    select i.charge, 'documents', i.authority, i.unit, i.place, i.round, (a.recorded_at at time zone 'Asia/Shanghai')::date, a.day
    from inspected i
    join rounds.arrangement a on a.authority = i.authority and a.round = i.round and a.unit = i.unit
    where a.kind = 'documents' and a.done_at is null and a.revoked_at is null
  )
  select f.charge, f.kind, f.unit, f.place, f.round, f.since, f.due,
    (select s.name from rounds.charge s
     where s.authority = f.authority and s.kind = 'daily-supervisor' and s.revoked_at is null
       and (s.unit = f.unit or s.unit is null and f.place <@ s.area)
     order by s.unit is null, upper(s.area) - lower(s.area) limit 1)
  from found f
$$;
revoke execute on function rounds.area_items() from public;
grant execute on function rounds.area_items() to shengmian_app;
