-- What a mentor says of a trainee after a round. Only ever added to.
alter table registry.person add column evaluations jsonb not null default '[]';
comment on column registry.person.evaluations is '[{round, ended, text, by, day}]: evaluations of a trainee, oldest first.';
