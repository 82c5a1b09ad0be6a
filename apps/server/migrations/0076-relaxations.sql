-- Rules that a round gives way on because nothing else makes a plan possible: asked by the office from a clash, decided by another hand
-- of the leading group. What is granted is kept as it was signed.
create table rounds.relaxation (
  authority bigint not null,
  round uuid not null,
  id uuid not null,
  proposal uuid not null,
  price integer not null check (price > 0),
  effects jsonb not null,
  grants jsonb not null,
  why text not null,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'approved', 'refused', 'ended')),
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  opinion text,
  ended_name text,
  ended_at timestamptz,
  ended_reason text,
  primary key (authority, id),
  foreign key (authority, round) references rounds.round,
  foreign key (authority, proposal) references rounds.proposal,
  constraint relaxation_takes_two_hands check (decided_by <> asked_by),
  constraint relaxation_is_decided_by_name check ((state = 'asked') = (decided_by is null)),
  constraint relaxation_ends_with_reason check ((state = 'ended') = (ended_reason is not null))
);
create index relaxation_round on rounds.relaxation (round, asked_at);
-- A clash is answered once: no two requests lie open for the same round.
create unique index relaxation_one_open on rounds.relaxation (authority, round) where state = 'asked';

grant select, insert, update on rounds.relaxation to shengmian_app;
