-- The public intake: sealed reports that nobody here can read, acknowledged only when they are on the disk. Days, never hours; no address,
-- no device, no account. Only the role shengmian_intake reaches this schema: the application that serves everything else cannot touch it.
create schema intake;
comment on schema intake is 'Sealed reports, attachments and replies; what stands here opens with keys that are elsewhere.';
grant usage on schema intake to shengmian_intake;

create table intake.desk (
  code text primary key check (code ~ '^[a-z0-9]{4,32}$'),
  authority bigint not null,
  round uuid not null,
  until date not null,
  -- Room for attachments; reports are taken when it is used up, photos no longer.
  attachment_bytes bigint not null default 20000000000 check (attachment_bytes >= 0),
  foreign key (authority, round) references rounds.round (authority, id)
);
comment on table intake.desk is 'Where one round takes reports, by the code that is printed.';
create index desk_round on intake.desk (authority, round);

create table intake.manifest (
  desk text not null references intake.desk,
  seq bigint not null check (seq >= 0),
  signed text not null,
  primary key (desk, seq)
);
comment on table intake.manifest is 'The keys of the round as its root signed them; never changed, never removed.';

create table intake.revoked_poster (
  desk text not null references intake.desk,
  poster text not null check (length(poster) between 1 and 32),
  day date not null,
  reason text not null,
  primary key (desk, poster)
);

create table intake.report (
  desk text not null references intake.desk,
  number bigint not null check (number > 0),
  key bytea not null check (length(key) = 16),
  mailbox bytea not null check (length(mailbox) = 32),
  hash bytea not null check (length(hash) = 32),
  day date not null,
  is_slow boolean not null,
  acknowledgement text not null,
  envelope bytea not null,
  primary key (desk, number),
  unique (desk, key)
);
comment on column intake.report.number is 'Dense: a number that is missing shows. Its place in the register is one less.';
comment on column intake.report.is_slow is 'It came in a flood: taken and acknowledged like any other, shown after the others.';
-- A ciphertext does not get smaller.
alter table intake.report alter column envelope set storage external;
create index report_mailbox on intake.report (desk, mailbox, number);

create table intake.attachment (
  desk text not null references intake.desk,
  id bytea not null check (length(id) = 32),
  length integer not null check (length between 1 and 6295552),
  is_whole boolean not null default false,
  report bigint,
  day date not null,
  primary key (desk, id)
);
comment on column intake.attachment.id is 'SHA-256 of the whole; without a report that names it, it is gone after two days.';

create table intake.piece (
  desk text not null,
  attachment bytea not null,
  at integer not null check (at >= 0),
  bytes bytea not null check (length(bytes) > 0),
  primary key (desk, attachment, at),
  foreign key (desk, attachment) references intake.attachment (desk, id) on delete cascade
);
alter table intake.piece alter column bytes set storage external;

create table intake.reply (
  desk text not null references intake.desk,
  mailbox bytea not null check (length(mailbox) = 32),
  seq integer not null check (seq > 0),
  envelope bytea not null,
  day date not null,
  primary key (desk, mailbox, seq)
);
alter table intake.reply alter column envelope set storage external;

create table intake.register_day (
  desk text not null references intake.desk,
  day date not null,
  size bigint not null check (size >= 0),
  root bytea not null check (length(root) = 32),
  primary key (desk, day)
);
comment on table intake.register_day is 'The register as it stood at the end of a day; through the ledger its root is signed and witnessed.';

grant select on intake.desk, intake.manifest, intake.revoked_poster, intake.reply to shengmian_intake;
grant select, insert on intake.report, intake.register_day, intake.piece to shengmian_intake;
grant select, insert, update (is_whole, report), delete on intake.attachment to shengmian_intake;
