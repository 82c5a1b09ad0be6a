-- A numbered order lets one person inspect one target in a window: the only way a team member sees a target, and it ends by itself.
create table access.engagement_order (
  authority bigint not null,
  id uuid not null,
  number text not null check (length(number) between 1 and 80),
  round uuid not null,
  team uuid,
  unit uuid not null,
  place bigint not null,
  person uuid not null,
  capacity text not null check (capacity in ('leader', 'deputy', 'liaison', 'member')),
  sending bigint,
  host bigint,
  valid tstzrange not null,
  proposed_by uuid not null references access.account,
  approved_by uuid not null references access.account,
  issued_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid references access.account,
  revoked_reason text,
  primary key (authority, id),
  constraint order_has_two_hands check (proposed_by <> approved_by),
  constraint order_window_has_both_ends check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  constraint order_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null)),
  constraint order_once unique (authority, number, person, unit)
);
comment on column access.engagement_order.authority is 'The commissioning body; sending and host are the other two of the three bodies.';
create index engagement_order_person on access.engagement_order (person) where revoked_at is null;
create index engagement_order_round on access.engagement_order (authority, round);

grant select, insert on access.engagement_order to shengmian_app;
grant update (revoked_at, revoked_by, revoked_reason) on access.engagement_order to shengmian_app;
