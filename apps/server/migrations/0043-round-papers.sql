-- Plan sections, meetings and guidance comments, of rounds and of programmes alike: `subject` is the id of either.
create table rounds.section (
  authority bigint not null,
  subject uuid not null,
  subject_kind text not null check (subject_kind in ('round', 'programme')),
  key text not null,
  zh text not null,
  en text not null,
  text text not null,
  locked boolean not null,
  position smallint not null,
  changed_by uuid,
  changed_name text,
  changed_at timestamptz,
  primary key (authority, subject, key)
);
create index section_subject on rounds.section (subject);

create table rounds.meeting (
  authority bigint not null,
  subject uuid not null,
  id uuid not null,
  kind text not null check (kind in ('leading-group', 'joint')),
  held_on date not null,
  title text not null,
  attendees text[] not null check (cardinality(attendees) > 0),
  decision text not null check (length(decision) > 0),
  opinions jsonb not null default '[]',
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (authority, id)
);
create index meeting_subject on rounds.meeting (subject);

create table rounds.comment (
  authority bigint not null,
  subject uuid not null,
  id uuid not null,
  from_authority bigint not null,
  text text not null,
  state text not null check (state in ('open', 'done', 'declined')),
  reply text,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  replied_by uuid,
  replied_name text,
  replied_at timestamptz,
  primary key (authority, id),
  constraint comment_answered_with_reply check ((state = 'open') = (reply is null))
);
comment on column rounds.comment.authority is 'Of the lower office whose round it is about; from_authority is the upper office that writes.';
create index comment_subject on rounds.comment (subject);

grant select, insert, update, delete on rounds.section to shengmian_app;
grant select, insert on rounds.meeting to shengmian_app;
grant select, insert, update on rounds.comment to shengmian_app;
