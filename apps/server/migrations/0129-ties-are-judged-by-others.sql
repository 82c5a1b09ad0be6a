-- A person declares his own ties, mends and takes back what he declared, and judges none: neither a declaration of his own nor what others
-- entered about him. An office that he belongs to is no exception.
create function registry.guard_own_tie() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if current_user <> 'shengmian_app' or old.person is distinct from access.person_id() then return new; end if;
  if new.review is distinct from old.review or new.reviewed_by is distinct from old.reviewed_by then
    raise insufficient_privilege using message = 'nobody judges a tie of his own';
  end if;
  if old.review <> 'declared' or old.source <> 'self' or old.recorded_by is distinct from access.account_id() then
    raise insufficient_privilege using message = 'what another entered or judged about a person, that person does not change';
  end if;
  return new;
end
$$;
revoke execute on function registry.guard_own_tie() from public;
create trigger tie_own before update on registry.tie for each row execute function registry.guard_own_tie();
