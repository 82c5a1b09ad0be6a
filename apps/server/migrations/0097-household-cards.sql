-- Cards with a household's code: batches as they are logged before they are printed, hashes only and in ascending order, so that nothing says
-- who got which; what the team tells itself of the cards in reports, sealed; and what a phone must know to name the village that it stands in.
create table intake.card_batch (
  authority bigint not null,
  desk text not null,
  id uuid not null,
  poster text not null,
  cards integer not null check (cards between 1 and 800),
  hashes bytea not null,
  by_account uuid not null references access.account,
  by_name text not null,
  made_on date not null,
  primary key (desk, id),
  foreign key (desk, authority) references intake.desk (code, authority),
  foreign key (desk, poster) references intake.poster,
  constraint card_batch_is_whole check (length(hashes) = 16 * cards)
);
comment on table intake.card_batch is 'A print run of cards for one place. The codes were drawn, hashed and printed in a browser; none came here.';

create table intake.revoked_card_batch (
  authority bigint not null,
  desk text not null,
  batch uuid not null,
  reason text not null check (length(reason) between 2 and 1000),
  by_account uuid not null references access.account,
  by_name text not null,
  day date not null,
  primary key (desk, batch),
  foreign key (desk, authority) references intake.desk (code, authority),
  foreign key (desk, batch) references intake.card_batch
);

create table intake.card_mark (
  authority bigint not null,
  desk text not null,
  report bigint not null,
  mark bytea not null check (length(mark) = 56),
  primary key (desk, report),
  foreign key (desk, authority) references intake.desk (code, authority),
  foreign key (desk, report) references intake.report
);
comment on table intake.card_mark is 'Which card a report carried, or that it carried none: sealed with a key of the team, of one length. Here nobody can tell them apart.';

grant select, insert on intake.card_batch, intake.revoked_card_batch, intake.card_mark to shengmian_app;

-- The villages that a desk's round inspects, in its order: the same for every phone, so asking tells nothing.
create function intake.villages(wanted text) returns table (code text, name text)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select t.place::text, u.name
  from intake.desk d
  join rounds.target t on t.authority = d.authority and t.round = d.round
  join registry.unit u on u.county = t.county and u.id = t.unit
  where d.code = wanted and t.place % 1000 > 0
  order by t.position, t.place
$$;
revoke execute on function intake.villages(text) from public;
grant execute on function intake.villages(text) to shengmian_intake;
