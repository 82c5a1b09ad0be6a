-- Whether this database holds the demonstration world, and since when: it is loaded once, into an empty product only.
create table platform.demonstration (loaded_at timestamptz not null default now());
