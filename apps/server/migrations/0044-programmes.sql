-- A programme binds the rounds of several authorities below the one that owns it.
create table rounds.programme (
  authority bigint not null,
  id uuid not null,
  title text not null,
  mode text not null check (mode in ('rotation', 'pooled', 'paired', 'scattered')),
  state text not null check (state in ('draft', 'approved', 'running', 'closed')),
  starts date not null,
  ends date not null,
  dates_revision integer not null default 1,
  guidance_title text not null,
  guidance_text text not null,
  guidance_issued_at timestamptz,
  meeting uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (authority, id),
  constraint programme_ends_after_start check (ends >= starts),
  constraint programme_approved_on_a_meeting check (state = 'draft' or meeting is not null)
);
create index programme_id on rounds.programme (id);

create table rounds.programme_body (
  authority bigint not null,
  programme uuid not null,
  body bigint not null,
  starts date not null,
  ends date not null,
  received_by text,
  received_at timestamptz,
  confirmed_revision integer not null default 0,
  confirmed_by text,
  primary key (authority, programme, body),
  foreign key (authority, programme) references rounds.programme,
  constraint window_ends_after_start check (ends >= starts)
);
create index programme_body_body on rounds.programme_body (body);

create table rounds.programme_item (
  authority bigint not null,
  programme uuid not null,
  id uuid not null,
  added_by bigint not null,
  text text not null,
  locked boolean not null,
  position integer not null,
  removed_at timestamptz,
  removed_reason text,
  primary key (authority, id),
  foreign key (authority, programme) references rounds.programme,
  constraint locked_item_stays check (not (locked and removed_at is not null)),
  constraint item_locked_from_above check (not locked or added_by = authority)
);
create index programme_item_programme on rounds.programme_item (programme);

grant select, insert, update on rounds.programme, rounds.programme_body, rounds.programme_item to shengmian_app;
