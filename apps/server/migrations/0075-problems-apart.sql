-- A problem holds everything a round rests on, ties included, so it stands apart: its office and the worker read it, nobody else. What
-- others read of a proposal, a plan, a comparison or a draw is its hash and its outline: names, places and seats.
create table rounds.problem (
  authority bigint not null,
  round uuid not null,
  hash text not null,
  content text not null,
  primary key (authority, round, hash),
  foreign key (authority, round) references rounds.round
);
comment on column rounds.problem.content is 'The very text that was hashed.';

-- What a draw froze, and the key that opens the salts of its leaves: who has both reads every fact behind the published root.
create table rounds.draw_frozen (
  authority bigint not null,
  draw uuid not null,
  problem text not null,
  salt_key text not null,
  primary key (authority, draw),
  foreign key (authority, draw) references rounds.draw
);

-- Moving is the owner's work: until the policies are made again he reads past them, and no reader but him.
alter table rounds.proposal no force row level security;
alter table rounds.plan no force row level security;
alter table rounds.mode_comparison no force row level security;
alter table rounds.draw no force row level security;

insert into rounds.problem (authority, round, hash, content)
select distinct on (authority, round, problem_hash) authority, round, problem_hash, problem
from (
  select authority, round, problem_hash, problem from rounds.proposal
  union all select authority, round, problem_hash, problem from rounds.plan
  union all select authority, round, problem_hash, problem from rounds.mode_comparison
) held
order by authority, round, problem_hash;
insert into rounds.draw_frozen (authority, draw, problem, salt_key) select authority, id, problem, salt_key from rounds.draw;

create function rounds.outline_of(problem jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object(
    'people', (select coalesce(jsonb_agg(jsonb_build_object('id', e -> 'id', 'name', e -> 'name')), '[]') from jsonb_array_elements(problem -> 'people') e),
    'targets', (select coalesce(jsonb_agg(jsonb_build_object('id', e -> 'id', 'name', e -> 'name')), '[]') from jsonb_array_elements(problem -> 'targets') e),
    'regions', (select coalesce(jsonb_agg(jsonb_build_object('code', e -> 'code', 'name', e -> 'name')), '[]') from jsonb_array_elements(problem -> 'regions') e),
    'teams', (select coalesce(jsonb_agg(jsonb_build_object('id', e -> 'id', 'slots', e -> 'slots')), '[]') from jsonb_array_elements(problem -> 'teams') e))
$$;
alter table rounds.proposal add column outline jsonb;
alter table rounds.mode_comparison add column outline jsonb;
alter table rounds.draw add column outline jsonb;
update rounds.proposal set outline = rounds.outline_of(problem::jsonb);
update rounds.mode_comparison set outline = rounds.outline_of(problem::jsonb);
update rounds.draw set outline = rounds.outline_of(problem::jsonb);
drop function rounds.outline_of(jsonb);

alter table rounds.proposal drop column problem, alter column outline set not null,
  add foreign key (authority, round, problem_hash) references rounds.problem;
alter table rounds.mode_comparison drop column problem, alter column outline set not null,
  add foreign key (authority, round, problem_hash) references rounds.problem;
alter table rounds.plan drop column problem, add foreign key (authority, round, problem_hash) references rounds.problem;
alter table rounds.draw drop column problem, drop column salt_key, alter column outline set not null;

alter table rounds.proposal force row level security;
alter table rounds.plan force row level security;
alter table rounds.mode_comparison force row level security;
alter table rounds.draw force row level security;

grant select, insert on rounds.problem, rounds.draw_frozen to shengmian_app;
grant select on rounds.problem, rounds.draw_frozen to shengmian_worker;
