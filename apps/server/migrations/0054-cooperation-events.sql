-- Pairing (结对帮扶) and area cooperation (片区协作) of discipline bodies below the round: who took part, with which units.
create table rounds.cooperation_event (
  authority bigint not null,
  id uuid not null,
  kind text not null check (kind in ('pairing', 'area')),
  title text not null,
  starts date not null,
  ends date not null,
  people jsonb not null,
  units jsonb not null,
  recorded_by uuid not null,
  recorded_name text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  primary key (authority, id),
  constraint cooperation_event_ends_after_start check (ends >= starts),
  constraint cooperation_event_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on column rounds.cooperation_event.people is 'Ids of those who take part, in the order in which they were entered.';
comment on column rounds.cooperation_event.units is 'Ids of the units that the event is about.';
create index cooperation_event_day on rounds.cooperation_event (authority, starts);

grant select, insert, update on rounds.cooperation_event to shengmian_app;
