-- Draws of a round: what only the office keeps, who sits at the table, and what is published. A published record is written once.
create table rounds.draw (
  authority bigint not null,
  round uuid not null,
  id uuid not null unique,
  number integer not null check (number > 0),
  root text not null,
  problem text not null,
  salt_key text not null,
  solver text not null check (solver in ('idle', 'queued', 'running', 'done', 'cap-not-met', 'no-plan', 'failed', 'cancelled')),
  task text check (task in ('tickets', 'withdrawal')),
  task_input jsonb,
  progress jsonb not null default '{}',
  message jsonb,
  tickets text,
  plans jsonb not null default '[]',
  taken jsonb not null default '[]',
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  unique (authority, round, number)
);
comment on column rounds.draw.salt_key is 'Salts of the leaves come from it. No secret of a party is ever here: those stay with the parties until they open them.';
create index draw_round on rounds.draw (round, number);

-- Ids of seats are unique over all bodies: a right that goes by the seat alone cannot be had by copying its id.
create table rounds.draw_seat (
  authority bigint not null,
  draw uuid not null,
  id uuid not null unique,
  party text not null,
  account uuid not null,
  round_title text not null,
  primary key (authority, id),
  foreign key (authority, draw) references rounds.draw,
  unique (authority, draw, party),
  unique (authority, draw, account)
);
create index draw_seat_account on rounds.draw_seat (account);

create table rounds.draw_record (
  authority bigint not null,
  draw uuid not null,
  id uuid not null,
  seat uuid,
  kind text not null check (
    kind in ('freeze', 'commitment', 'dice-1', 'reveal-1', 'portfolio', 'dice-2', 'reveal-2', 'pick', 'withdrawal', 'abort')
  ),
  content text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id),
  foreign key (authority, draw) references rounds.draw,
  foreign key (authority, seat) references rounds.draw_seat,
  constraint draw_record_of_a_seat check ((kind in ('commitment', 'reveal-1', 'reveal-2')) = (seat is not null))
);
create index draw_record_draw on rounds.draw_record (draw, at);
create unique index draw_record_once on rounds.draw_record (authority, draw, kind) where seat is null and kind <> 'withdrawal';
create unique index draw_record_once_a_seat on rounds.draw_record (authority, seat, kind) where seat is not null;

grant select, insert, update on rounds.draw to shengmian_app;
grant select, update on rounds.draw to shengmian_worker;
grant select, insert on rounds.draw_seat to shengmian_app;
grant select on rounds.draw_seat to shengmian_worker;
grant select, insert on rounds.draw_record to shengmian_app, shengmian_worker;

alter table rounds.plan drop constraint plan_origin_check;
alter table rounds.plan add constraint plan_origin_check check (origin in ('proposal', 'by-hand', 'undo', 'repair', 'loaded', 'draw'));
