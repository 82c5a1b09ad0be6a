-- A look-back is moved and pinned by hand as a first visit is, and whoever changes a calendar by hand may say why (decision 0104).
alter table rounds.calendar_wish
  add column again_period text,
  drop constraint wish_wishes_something,
  add constraint wish_wishes_something check (num_nonnulls(urgency, period, again_period) > 0);
comment on column rounds.calendar_wish.again_period is 'The period that the look-back of the unit is pinned to.';

alter table rounds.calendar_version add column reason text;
comment on column rounds.calendar_version.reason is 'Why it was changed by hand, in words of who changed it.';
