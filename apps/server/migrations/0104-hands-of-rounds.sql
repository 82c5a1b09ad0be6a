-- What two people do, the database lets nobody do alone: it knows who takes each step of a round, who asked and who decides. Jobs, the
-- installation and those who repair a database are other roles, and not held by this.
alter table rounds.step add column roles text[] not null default '{}';
comment on column rounds.step.roles is 'Who takes the step, at the authority that commissions the round.';

create function rounds.guard_hands() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  asking constant text[] := array['title', 'kinds', 'mode', 'types', 'elevated', 'sending', 'host', 'starts', 'planned_ends', 'template', 'programme',
    'authorisation', 'basis', 'rules', 'zones', 'apart', 'positions'];
  -- What a round is and who made it, never.
  fixed constant text[] := array['authority', 'id', 'year', 'number', 'created_by', 'created_at'];
begin
  if current_user <> 'shengmian_app' then return new; end if;
  if exists (select from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o using (key)
      where n.value is distinct from o.value and (n.key = any (fixed) or old.state <> 'draft' and n.key = any (asking))) then
    raise insufficient_privilege using message = 'what was handed in is not changed: have it returned first';
  end if;
  if new.state is distinct from old.state and not exists (
    select from rounds.step s where s.machine = 'round' and s.from_state = old.state and s.to_state = new.state
      and old.authority = any (access.authorities(variadic s.roles))) then
    raise insufficient_privilege using message = 'this step is another role''s';
  end if;
  if new.state = 'submitted' and old.state = 'draft' then
    if new.submitted_by is distinct from access.account_id() then
      raise insufficient_privilege using message = 'whoever submits signs with his own name';
    end if;
  elsif new.submitted_by is distinct from old.submitted_by then
    raise insufficient_privilege using message = 'who submitted is written once';
  end if;
  if new.state = 'approved' and old.state = 'submitted' and old.submitted_by is not distinct from access.account_id() then
    raise insufficient_privilege using message = 'whoever submitted cannot approve';
  end if;
  if new.ends is distinct from old.ends and old.state <> 'draft' and not exists (
    select from rounds.extension x where x.authority = old.authority and x.round = old.id and x.state = 'approved'
      and x.from_day = old.ends and x.to_day = new.ends) then
    raise insufficient_privilege using message = 'an end moves by an extension that another approved';
  end if;
  return new;
end
$$;
revoke execute on function rounds.guard_hands() from public;
create trigger round_hands before update on rounds.round for each row execute function rounds.guard_hands();

-- A decision is signed once, with one's own name, by another than who asked.
create function rounds.guard_decision() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if current_user <> 'shengmian_app' then return new; end if;
  if tg_op = 'INSERT' then
    if new.state <> 'asked' or new.decided_by is not null then
      raise insufficient_privilege using message = 'what is asked is not decided yet';
    end if;
  elsif new.decided_by is distinct from old.decided_by
      and (old.decided_by is not null or new.decided_by is distinct from access.account_id() or new.decided_by = old.asked_by)
    or old.state = 'asked' and new.state <> 'asked' and new.decided_by is null
    or old.state <> 'asked' and new.state is distinct from old.state and not (old.state = 'approved' and new.state = 'ended') then
    raise insufficient_privilege using message = 'a decision is signed once, with one''s own name';
  end if;
  return new;
end
$$;
revoke execute on function rounds.guard_decision() from public;
create trigger extension_decided before insert or update on rounds.extension for each row execute function rounds.guard_decision();
create trigger withdrawal_decided before insert or update on rounds.withdrawal for each row execute function rounds.guard_decision();
create trigger relaxation_decided before insert or update on rounds.relaxation for each row execute function rounds.guard_decision();
create trigger desk_proposal_decided before insert or update on intake.desk_proposal for each row execute function rounds.guard_decision();
create trigger notice_decided before insert or update on intake.notice for each row execute function rounds.guard_decision();

-- A desk, with the root that phones will believe, is the one that another hand approved.
create function intake.guard_desk() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if current_user = 'shengmian_app' and not exists (
    select from intake.desk_proposal p where p.authority = new.authority and p.round = new.round and p.state = 'approved'
      and (p.code, p.until, p.root, p.sender, p.host, p.phone, p.site)
        = (new.code, new.until, new.root, new.sender, new.host, new.phone, new.site)) then
    raise insufficient_privilege using message = 'a desk is opened as another hand approved it';
  end if;
  return new;
end
$$;
revoke execute on function intake.guard_desk() from public;
create trigger desk_hands before insert on intake.desk for each row execute function intake.guard_desk();

-- An order carries out what somebody submitted and another approved.
create function access.guard_order() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if current_user = 'shengmian_app' and not exists (
    select from rounds.round r where r.authority = new.authority and r.id = new.round
      and r.state in ('approved', 'authorised', 'running') and r.submitted_by = new.proposed_by) then
    raise insufficient_privilege using message = 'an order names who submitted the round, once it is approved';
  end if;
  return new;
end
$$;
revoke execute on function access.guard_order() from public;
create trigger order_hands before insert on access.engagement_order for each row execute function access.guard_order();

-- Who decides writes the decision; what was asked stays as it was asked.
revoke update on rounds.extension, rounds.withdrawal, rounds.relaxation, rounds.waiver from shengmian_app;
grant update (state, decided_by, decided_name, opinion) on rounds.extension, rounds.withdrawal to shengmian_app;
grant update (state, decided_by, decided_name, decided_at, opinion, ended_name, ended_at, ended_reason) on rounds.relaxation to shengmian_app;
grant update (ended_at, ended_by, ended_reason) on rounds.waiver to shengmian_app;
-- What was frozen or asked is not written again, and what the solver answers is written by the worker alone.
revoke update on rounds.draw, rounds.proposal, rounds.mode_comparison from shengmian_app;
grant update (solver, task, task_input, progress, message, plans, taken) on rounds.draw to shengmian_app;
grant update (state, version, finished_at) on rounds.proposal to shengmian_app;
grant update (state, revision, finished_at) on rounds.mode_comparison to shengmian_app;
