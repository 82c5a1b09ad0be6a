-- A rotation is also adopted elevated or paired. Such a pattern changes the form of the round, so an adoption keeps the form on both sides.
alter table rounds.rotation_adoption
  drop constraint rotation_adoption_pattern_check,
  add constraint rotation_adoption_pattern_check check (pattern in ('whole-team', 'half-team', 'elevated', 'paired')),
  add column form_before jsonb,
  add column form_after jsonb,
  add constraint rotation_adoption_has_both_forms check ((form_before is null) = (form_after is null)),
  add constraint rotation_adoption_patterns_keep_their_form check (pattern in ('whole-team', 'half-team') or form_after is not null);
comment on column rounds.rotation_adoption.form_after is
  'Mode, elevated, rules and basis of the round; null = adopted before adoptions changed them.';
