-- A unit stands in the plan of a year for its visit, for its look-back, or for both (decision 0104).
alter table rounds.term_item
  add column first_visit boolean not null default true,
  add column look_back boolean not null default false,
  add constraint term_item_is_a_visit check (first_visit or look_back);
